type Property = { id: number; text?: string; ansi?: string; number?: number; bytes?: Uint8Array; object?: Uint8Array };
type File = { title?: string; data?: Uint8Array; properties?: Property[] };
type Wanted = { codePage?: number; body?: string; properties?: Property[]; files?: File[] };

/** A winmail.dat (MS-OXTNEF) as Exchange writes one. */
export function tnef({ codePage = 1252, body, properties = [], files = [] }: Wanted): Buffer {
  const attribute = (level: number, id: number, data: Uint8Array) =>
    Buffer.concat([Buffer.from([level]), u32(id), u32(data.length), data, u16(checksumOf(data))]);
  return Buffer.concat([
    u32(0x223e9f78),
    u16(1),
    attribute(1, 0x00069007, Buffer.concat([u32(codePage), u32(0)])),
    ...(body === undefined ? [] : [attribute(1, 0x0002800c, Buffer.from(`${body}\0`, "latin1"))]),
    ...(properties.length > 0 ? [attribute(1, 0x00069003, list(properties))] : []),
    ...files.flatMap((file) => [
      attribute(2, 0x00069002, Buffer.alloc(14)),
      ...(file.data ? [attribute(2, 0x0006800f, file.data)] : []),
      ...(file.title ? [attribute(2, 0x00018010, Buffer.from(`${file.title}\0`, "latin1"))] : []),
      ...(file.properties ? [attribute(2, 0x00069005, list(file.properties))] : []),
    ]),
  ]);
}

/** Bytes as uncompressed RTF (MS-OXRTFCP). */
export const uncompressedRtf = (rtf: string): Buffer =>
  Buffer.concat([u32(rtf.length + 12), u32(rtf.length), u32(0x414c454d), u32(0), Buffer.from(rtf, "latin1")]);

function list(properties: Property[]): Buffer {
  return Buffer.concat([u32(properties.length), ...properties.map(propertyOf)]);
}

function propertyOf({ id, text, ansi, number, bytes, object }: Property): Buffer {
  const name =
    id >= 0x8000
      ? Buffer.concat([Buffer.alloc(16), u32(1), padded(Buffer.from("N\0a\0m\0e\0", "latin1"))])
      : Buffer.alloc(0);
  const head = (type: number) => Buffer.concat([u16(type), u16(id), name]);
  if (number !== undefined) return Buffer.concat([head(0x0003), u32(number)]);
  if (text !== undefined) return Buffer.concat([head(0x001f), u32(1), padded(Buffer.from(`${text}\0`, "utf16le"))]);
  if (ansi !== undefined) return Buffer.concat([head(0x001e), u32(1), padded(Buffer.from(`${ansi}\0`, "latin1"))]);
  return Buffer.concat([head(object ? 0x000d : 0x0102), u32(1), padded(Buffer.from(object ?? bytes ?? []))]);
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([u32(bytes.length), bytes, Buffer.alloc(-bytes.length & 3)]);

const checksumOf = (data: Uint8Array): number => data.reduce((sum, byte) => (sum + byte) & 0xffff, 0);

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
