import { expect, test } from "vitest";
import { sanitiseHtml } from "@/lib/mail/mime/sanitise";
import { MAX_REMOTE_PICTURES, pictureConsentOf, remotePicturesOf, withRemotePictures } from "./remote-pictures";

const NOTHING = { isJunk: false, message: false, sender: false, always: false };

test("pictures are shown for this message, for its sender or always, and the narrowest wish is named", () => {
  expect(pictureConsentOf(NOTHING)).toBeNull();
  expect(pictureConsentOf({ ...NOTHING, always: true })).toBe("always");
  expect(pictureConsentOf({ ...NOTHING, always: true, sender: true })).toBe("sender");
  expect(pictureConsentOf({ ...NOTHING, always: true, sender: true, message: true })).toBe("message");
});

test("what lay in Junk asks for itself", () => {
  const junk = { isJunk: true, message: false, sender: true, always: true };
  expect(pictureConsentOf(junk)).toBeNull();
  expect(pictureConsentOf({ ...junk, message: true })).toBe("message");
});

const ADDRESS = `https://cdn.test/a.png?x=1&y="2"&z=<3>'`;

test("addresses come back as they stood in the mail", () => {
  const { html } = sanitiseHtml(
    `<p>data-remote-src="https://words.test/"</p><img alt="A &gt; B" src="${ADDRESS.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"><img src="https://cdn.test/b.png"><img src="https://cdn.test/b.png"><img src="cid:c">`,
  );
  const found = remotePicturesOf(html);
  expect(found.map((address) => new URL(address).href)).toEqual([new URL(ADDRESS).href, "https://cdn.test/b.png"]);
});

test("of many addresses the first ones are loaded, however often each is named", () => {
  const html = Array.from({ length: 3_000 }, (_, at) => `<img data-remote-src="https://a.test/${at >> 1}" />`).join("");
  const found = remotePicturesOf(html);
  expect(found).toHaveLength(MAX_REMOTE_PICTURES);
  expect(found.at(-1)).toBe(`https://a.test/${MAX_REMOTE_PICTURES - 1}`);
});

test("only those that get an address are drawn from it", () => {
  const html = '<img alt="" data-remote-src="https://a.test/1"><img data-remote-src="https://b.test/2" width="9">';
  expect(withRemotePictures(html, (url) => (url.includes("a.test") ? "/here" : null))).toBe(
    '<img alt="" src="/here"><img data-remote-src="https://b.test/2" width="9">',
  );
});

test("what looks like the attribute within another one is left where it is", () => {
  const { html } = sanitiseHtml('<img alt="a data-remote-src=" src="https://a.test/ onerror=alert(1) x=">');
  expect(remotePicturesOf(html)).toEqual(["https://a.test/ onerror=alert(1) x="]);
  expect(withRemotePictures(html, () => "/here")).toBe('<img alt="a data-remote-src=" src="/here" />');
});
