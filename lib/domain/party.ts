/** A name and an address as they stand in a header. `address` is in lower case in its domain part. */
export type Party = { name: string; address: string };
