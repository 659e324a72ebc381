/**
 * The source of a pattern that finds an attribute in a tag as the sanitiser writes it (`name="value"`, no `<`, `>` or `"` in a value).
 * What stands before it is read attribute by attribute: a value may hold whatever looks like another one (`alt="a src="`).
 * @returns with two groups, the tag up to the attribute and the attribute's value
 */
export const attributeIn = (tag: string, name: string): string =>
  String.raw`(<${tag}(?:\s+[^\s"=<>/]+(?:="[^"]*")?)*?)\s+${name}="([^"]*)"`;
