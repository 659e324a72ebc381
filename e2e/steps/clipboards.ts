type Clipboard = { name: string; html?: string; text: string; clean: string };

/** What programs put on the clipboard, written by hand after their own ways, and what the editor makes of it. */
export const CLIPBOARDS: Clipboard[] = [
  {
    name: "words, lists and a title from Word",
    html: "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w=\"urn:schemas-microsoft-com:office:word\"><head><meta name=Generator content=\"Microsoft Word 15\"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm;font-size:11.0pt;} --></style></head><body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment--><p class=MsoTitle>Site visit<o:p></o:p></p><h2>What we\nsaw<o:p></o:p></h2><p class=MsoNormal><b><span style='mso-bidi-font-weight:normal;color:black'>Hall A</span></b> runs at <i>41&nbsp;kW</i>, <u>at night</u>.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Fans<o:p></o:p></p><p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:\"Courier New\"'><span style='mso-list:Ignore'>o<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>two of four<o:p></o:p></p><p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span></span><![endif]>Pumps<o:p></o:p></p><p class=MsoNormal>Then:<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span><![endif]>Measure<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span><![endif]><a href=\"https://ledgerline.test/plan\"><span style='color:blue'>Plan</span></a><o:p></o:p></p><span style='mso-hide:all'>secret</span><!--EndFragment--></body></html>",
    text: "",
    clean:
      '<h1>Site visit</h1><h2>What we saw</h2><p><strong>Hall A</strong> runs at <em>41&nbsp;kW</em>, <u>at night</u>.</p><ul><li><p>Fans</p><ul><li><p>two of four</p></li></ul></li><li><p>Pumps</p></li></ul><p>Then:</p><ol><li><p>Measure</p></li><li><p><a href="https://ledgerline.test/plan">Plan</a></p></li></ol>',
  },
  {
    name: "a table from Word",
    html: "<body><!--StartFragment--><table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'><tr><td width=200 valign=top style='width:150.0pt;border:solid windowtext 1.0pt'><p class=MsoNormal><b>Hall<o:p></o:p></b></p></td><td><p class=MsoNormal><b>kW<o:p></o:p></b></p></td></tr><tr><td><p class=MsoNormal>A<o:p></o:p></p></td><td><p class=MsoNormal>41<o:p></o:p></p></td></tr></table><!--EndFragment--></body>",
    text: "",
    clean:
      "<table><tbody><tr><th><p>Hall</p></th><th><p>kW</p></th></tr><tr><td><p>A</p></td><td><p>41</p></td></tr></tbody></table>",
  },
  {
    name: "cells from Excel",
    html: "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta name=ProgId content=Excel.Sheet><style><!--table {mso-displayed-decimal-separator:\"\\.\"}\n.xl65 {font-weight:700;mso-number-format:General}\n.xl66 {text-align:right}\n--></style></head><body link=\"#0563C1\"><table border=0 cellpadding=0 cellspacing=0 width=128 style='border-collapse:collapse;width:96pt'><!--StartFragment--><col width=64 span=2 style='width:48pt'><tr height=20 style='height:15.0pt'><td height=20 class=xl65 width=64>Hall</td><td class=xl65 width=64>kW</td></tr><tr height=20><td height=20>A</td><td class=xl66 align=right>41</td></tr><tr height=20><td height=20 colspan=2>B &amp; C</td></tr><!--EndFragment--></table></body></html>",
    text: "Hall\tkW\nA\t41",
    clean:
      '<table><tbody><tr><th><p>Hall</p></th><th><p>kW</p></th></tr><tr><td><p>A</p></td><td><p>41</p></td></tr><tr><td colspan="2"><p>B &amp; C</p></td></tr></tbody></table>',
  },
  {
    name: "cells from Google Sheets",
    html: '<google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #ccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1" style="table-layout:fixed;font-size:10pt;width:0px;border-collapse:collapse;border:none"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="overflow:hidden;padding:2px 3px;font-weight:bold;">Hall</td><td style="font-weight:bold;" data-sheets-value="{}">kW</td></tr><tr style="height:21px;"><td>A</td><td style="text-align:right;">41</td></tr></tbody></table>',
    text: "",
    clean:
      "<table><tbody><tr><th><p>Hall</p></th><th><p>kW</p></th></tr><tr><td><p>A</p></td><td><p>41</p></td></tr></tbody></table>",
  },
  {
    name: "a text of Google Docs",
    html: '<meta charset=\'utf-8\'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1a2b3c4d-7fff-0000-1111-222233334444"><h1 dir="ltr" style="line-height:1.38;"><span style="font-size:20pt;font-weight:400;">Offer</span></h1><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;color:#000000;font-weight:400;">Plain </span><span style="font-weight:700;">bold</span><span style="font-weight:400;font-style:italic;"> slanted</span><span style="font-weight:400;"> </span><a href="https://ledgerline.test/" style="text-decoration:none;"><span style="color:#1155cc;font-weight:400;text-decoration:underline;">link</span></a></p><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">One</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span style="font-weight:400;">In it</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:700;">Two</span></p></li></ul><ul><li dir="ltr" role="checkbox" aria-checked="true" aria-level="1" style="list-style-type:none;"><img src="data:image/png;base64,iVBORw0KGgo=" width="17" alt="checked" aria-roledescription="checklist-checkbox"/><p dir="ltr" role="presentation"><span style="font-weight:400;text-decoration:line-through;">Called</span></p></li><li dir="ltr" role="checkbox" aria-checked="false" aria-level="1"><p role="presentation"><span>Written</span></p></li></ul><br class="Apple-interchange-newline"></b>',
    text: "",
    clean:
      '<h1>Offer</h1><p>Plain <strong>bold</strong><em> slanted</em> <a href="https://ledgerline.test/">link</a></p><ul><li><p>One</p><ul><li><p>In it</p></li></ul></li><li><p><strong>Two</strong></p></li></ul><ul data-type="taskList"><li data-checked="true" data-type="taskItem"><label><input type="checkbox" checked="checked"><span></span></label><div><p><s>Called</s></p></div></li><li data-checked="false" data-type="taskItem"><label><input type="checkbox"><span></span></label><div><p>Written</p></div></li></ul>',
  },
  {
    name: "a web page with what it should not have",
    html: '<div class="post" onclick="x()"><h3 id="a">Loads <small>2026</small></h3><p style="color:red">Text with <a href="/relative">no</a>, <a href="javascript:alert(1)">bad</a> and <a href="https://own.test/x?utm=1" class="b" target="_blank">good</a>.<img src="https://track.test/p.gif" width=1></p><ol start="3"><li>Three<ul><li>In <b>it</b><ol><li>Deep</li></ol></li></ul></li><li>Four</li></ol><figure><img src="https://pics.test/a.png" alt="Hall"><figcaption>The hall</figcaption></figure><pre><code>let a = 1;\nlet b;</code></pre><script>alert(1)</script><div style="display:none">hidden</div><table><thead><tr><th scope="col">Hall</th></tr></thead><tbody><tr><td>A<br>B</td></tr></tbody></table><ul class="task"><li><input type="checkbox" checked disabled> Done</li><li><input type="checkbox"> Open</li></ul></div>',
    text: "",
    clean:
      '<h3>Loads 2026</h3><p>Text with no, bad and <a href="https://own.test/x?utm=1">good</a>.</p><ol start="3"><li><p>Three</p><ul><li><p>In <strong>it</strong></p><ol><li><p>Deep</p></li></ol></li></ul></li><li><p>Four</p></li></ol><p>The hall</p><pre><code>let a = 1;\nlet b;</code></pre><table><tbody><tr><th><p>Hall</p></th></tr><tr><td><p>A<br>B</p></td></tr></tbody></table><ul data-type="taskList"><li data-checked="true" data-type="taskItem"><label><input type="checkbox" checked="checked"><span></span></label><div><p>Done</p></div></li><li data-checked="false" data-type="taskItem"><label><input type="checkbox"><span></span></label><div><p>Open</p></div></li></ul>',
  },
  {
    name: "a mail of Gmail",
    html: '<div dir="ltr"><div>Hello</div><div><br></div><div>Second line <b>bold</b></div><div style="color:rgb(225,45,45)">Red</div></div>',
    text: "",
    clean: "<p>Hello</p><p>Second line <strong>bold</strong></p><p>Red</p>",
  },
  {
    name: "plain text with its lines",
    text: "One\nline two\n\n**not bold** # no heading\n\n\nhttps://own.test/a\n",
    clean:
      '<p>One<br>line two</p><p>**not bold** # no heading</p><p><a href="https://own.test/a">https://own.test/a</a></p>',
  },
  {
    name: "Markdown, which stays text",
    text: "# Heading\n- item\n- [ ] task\n> quote",
    clean: "<p># Heading<br>- item<br>- [ ] task<br>&gt; quote</p>",
  },
  {
    name: "a check-list of a mail",
    html: '<ul style="list-style:none"><li>☑ one</li><li>☐ two</li></ul>',
    text: "",
    clean:
      '<ul data-type="taskList"><li data-checked="true" data-type="taskItem"><label><input type="checkbox" checked="checked"><span></span></label><div><p>one</p></div></li><li data-checked="false" data-type="taskItem"><label><input type="checkbox"><span></span></label><div><p>two</p></div></li></ul>',
  },
];
