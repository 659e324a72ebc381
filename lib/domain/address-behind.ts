/** What stands in brackets behind a link's words where there is only text: its address, and nothing where the words say it. */
export function addressBehind(words: string, href: string): string {
  const address = href.replace(/^mailto:/i, "");
  return bare(address) === bare(words) ? "" : address;
}

const bare = (address: string): string => address.replace(/^https?:\/\//i, "");
