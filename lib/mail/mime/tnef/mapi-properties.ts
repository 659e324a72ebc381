import { codePageText } from "./code-page-text";

/** The values of properties by their number: texts, whole numbers and bytes; others are left out. */
export type MapiProperties = Map<number, string | number | Uint8Array>;

/**
 * Reads an encapsulated list of MAPI properties (MS-OXTNEF §2.1.3.4). One of an unknown type ends the list, since nobody knows
 * how long it is; so does one that goes beyond the end.
 */
export function mapiProperties(bytes: Uint8Array, codePage: number): MapiProperties {
  const found: MapiProperties = new Map();
  const reader = new Reader(bytes);
  const count = Math.min(reader.number(), MAX_PROPERTIES);
  for (let index = 0; index < count && reader.isInside; index++) {
    const kind = reader.short();
    const id = reader.short();
    if (id >= NAMED) skipName(reader);
    const type = kind & ~SEVERAL;
    const isSeveral = (kind & SEVERAL) !== 0;
    const size = FIXED[type];
    if (size === undefined && !VARIABLE.has(type)) return found;
    const values = isSeveral || size === undefined ? Math.min(reader.number(), MAX_VALUES) : 1;
    for (let at = 0; at < values && reader.isInside; at++) {
      const value = reader.bytes(size ?? reader.number());
      if (value && !found.has(id)) keep(found, { id, type, value, codePage });
    }
  }
  return found;
}

const MAX_PROPERTIES = 5_000;
const MAX_VALUES = 5_000;
/** From here on a property has a name of its own, which stands before its value. */
const NAMED = 0x8000;
const SEVERAL = 0x1000;
const NUMBER = 0x0003;
const TEXT = 0x001e;
const UNICODE = 0x001f;
const VARIABLE = new Set([0x000d, TEXT, UNICODE, 0x0102]);
const FIXED: Record<number, number> = {
  0x0001: 0,
  0x0002: 4,
  [NUMBER]: 4,
  0x0004: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x000a: 4,
  0x000b: 4,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
};

type Value = { id: number; type: number; value: Uint8Array; codePage: number };

function keep(found: MapiProperties, { id, type, value, codePage }: Value): void {
  if (type === UNICODE) found.set(id, withoutEnd(new TextDecoder("utf-16le").decode(value)));
  else if (type === TEXT) found.set(id, withoutEnd(codePageText(value, codePage)));
  else if (type === NUMBER) found.set(id, new DataView(value.buffer, value.byteOffset, 4).getInt32(0, true));
  else if (VARIABLE.has(type)) found.set(id, value);
}

const withoutEnd = (text: string): string => text.split("\u0000", 1)[0] ?? "";

function skipName(reader: Reader): void {
  reader.bytes(16);
  const isNumber = reader.number() === 0;
  if (isNumber) reader.number();
  else reader.bytes(reader.number());
}

/** Reads little-endian values one after the other; beyond the end there are only zeros, and `isInside` says so. */
class Reader {
  private at = 0;
  private readonly view: DataView;
  private readonly source: Uint8Array;

  constructor(source: Uint8Array) {
    this.source = source;
    this.view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  }

  get isInside(): boolean {
    return this.at < this.source.length;
  }

  short(): number {
    const at = this.step(2);
    return at === null ? 0 : this.view.getUint16(at, true);
  }

  number(): number {
    const at = this.step(4);
    return at === null ? 0 : this.view.getUint32(at, true);
  }

  /** Values are padded to four bytes. */
  bytes(length: number): Uint8Array | null {
    const at = this.step(length);
    this.at += -length & 3;
    return at === null ? null : this.source.subarray(at, at + length);
  }

  private step(length: number): number | null {
    const at = this.at;
    this.at += length;
    return this.at > this.source.length ? null : at;
  }
}
