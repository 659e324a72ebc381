/** Windows' numbers of code pages that are named otherwise elsewhere. */
const NAMES: Record<number, string> = {
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  20127: "windows-1252",
  20866: "koi8-r",
  21866: "koi8-u",
  28591: "windows-1252",
  28592: "iso-8859-2",
  28595: "iso-8859-5",
  50220: "iso-2022-jp",
  50221: "iso-2022-jp",
  51932: "euc-jp",
  51949: "euc-kr",
  52936: "gb18030",
  54936: "gb18030",
  65001: "utf-8",
};

/** The text of bytes in a Windows code page; an unknown page is read as Western European. Ends at the first NUL. */
export function codePageText(bytes: Uint8Array, codePage: number): string {
  return (
    decoderOf(NAMES[codePage] ?? `windows-${codePage}`)
      .decode(bytes)
      .split("\u0000", 1)[0] ?? ""
  );
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder("windows-1252");
  }
}
