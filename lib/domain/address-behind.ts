/** What stands in brackets behind a link's words where there is only text: its address, and nothing where the words say it. */
export function addressBehind(words: string, href: string): string {
  const address = href.replace(/^(?:mailto|tel):/i, "");
  const isNumber = /^tel:/i.test(href) && digits(address) !== "" && digits(address) === digits(words);
  return isNumber || bare(address) === bare(words) ? "" : address;
}

const bare = (address: string): string => address.replace(/^https?:\/\//i, "");
const digits = (number: string): string => number.replace(/\D/g, "");
