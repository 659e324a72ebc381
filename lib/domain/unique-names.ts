/**
 * File names for one folder: each once, whatever a file system takes for the same (capitals, composed accents), none of a device
 * (Windows), in a folder, or hidden. A name that comes again gets a number before its extension.
 */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = safeName(name);
    const [, stem = plain, extension = ""] = /^(.+?)(\.[^.]{1,16})?$/su.exec(plain) ?? [];
    let unique = plain;
    for (let count = 2; taken.has(keyOf(unique)); count++) unique = `${stem} (${count})${extension}`;
    taken.add(keyOf(unique));
    return unique;
  });
}

const keyOf = (name: string): string => name.normalize("NFKC").toLowerCase();

function safeName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029/\\<>:"|?*]/gu, "_")
    .replace(/^[. ]+|[. ]+$/gu, "")
    .slice(0, MAX_LENGTH);
  if (plain === "") return "file";
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu.test(plain) ? `_${plain}` : plain;
}

const MAX_LENGTH = 200;
