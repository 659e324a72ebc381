import { inEntities, type Vector } from "./vector";

/** Plain text that would be something else for who takes it for HTML or makes links of it. */
export const TEXTS: Vector[] = [
  ["text that is a script", `<script>{run}</script><img src="{url}" onerror="{run}">`],
  ["text in entities", ({ run }) => inEntities(`<img src=cid:a onerror=${run}>`)],
  ["text that ends its element", `</pre></div></article></body></html><script>{run}</script>`],
  ["text that ends a template", "{{constructor.constructor('{run}')()}} ${{run}} <%= {run} %> {{lead.email}}"],
  ["text that ends a script", `</script><script>{run}</script>]]>--><!--`],
  ["a web address with a handler in it", `https://bank.test/"onmouseover="{run}" x="`],
  ["a web address with a tag in it", `https://bank.test/<img src=cid:a onerror={run}>`],
  ["a web address in entities", `https://bank.test/&quot;onclick=&quot;{run}`],
  [
    "an address by javascript",
    `javascript:{run} JAVASCRIPT://bank.test/%0a{run} data:text/html,<script>{run}</script>`,
  ],
  ["an address that is a picture", `{url}.png ![a]({url}) [a](javascript:{run}) <{url}>`],
  ["an address that names somebody", `https://bank.test@evil.test/ http://bank.test:pw@{host}/h{n}`],
  ["an address that runs backwards", `https://evil.test/\u202emoc.knab\u202c https://\u202eknab.test/`],
  [
    "an address in letters that look alike",
    `https://b\u0430nk.test/ https://bank.test\u2024evil.test/ https://xn--bnk-5cd.test/`,
  ],
  ["an address without end", `https://bank.test/${"(".repeat(20_000)}`],
  ["addresses without number", `${"https://bank.test/a ".repeat(3_000)}`],
  ["quotes without number", `${">".repeat(3_000)} Hi\n${"> > ".repeat(2_000)}Hi`],
  ["controls of a terminal", `\u001b]0;Hi\u0007\u001b[31mHi\u001b[0m\u0000\u0008\u009b2JHi`],
  ["one line without end", `${"Hi".repeat(60_000)}`],
  ["lines without number", `${"Hi\n\n\n".repeat(5_000)}`],
  ["a uuencoded file in the words", `begin 644 a.html\n#/'-C\n\`\nend\nbegin 644 ../../a.exe\n\`\nend`],
  ["another mail in the words", `\n\nFrom: {run}\nContent-Type: text/html\n\n<script>{run}</script>`],
];
