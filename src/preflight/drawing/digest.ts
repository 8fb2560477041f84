import { createHash } from "node:crypto";
import type { PdfFile } from "../reader/file.ts";
import {
  hexOf,
  isArray,
  isDict,
  isRef,
  isStream,
  isString,
  nameOf,
  type PdfDict,
  type PdfObject,
} from "../reader/object.ts";
import { decode } from "../reader/stream.ts";

/** SHA-256 in hexadecimal. */
export const sha256 = (data: Uint8Array | string): string => createHash("sha256").update(data).digest("hex");

/** What draws nothing: how a stream is packed, what an object belongs to, what is read and not seen. */
const unseen: ReadonlySet<string> = new Set([
  "Length",
  "Parent",
  "StructParent",
  "StructParents",
  "Metadata",
  "PieceInfo",
  "LastModified",
  "ID",
]);
const packing: ReadonlySet<string> = new Set(["Filter", "DecodeParms"]);

/** Digests of what objects hold, whatever their numbers are and however they are packed. */
export class Digests {
  readonly file: PdfFile;
  readonly #known = new Map<PdfObject, string>();
  readonly #open: number[] = [];

  constructor(file: PdfFile) {
    this.file = file;
  }

  of(object: PdfObject | undefined): string {
    if (isRef(object)) {
      // An object that holds itself is named by how far above it stands.
      const above = this.#open.lastIndexOf(object.number);
      if (above >= 0) return `above ${this.#open.length - above}`;
      this.#open.push(object.number);
      const digest = this.of(this.file.resolve(object));
      this.#open.pop();
      return digest;
    }
    if (typeof object !== "object" || object === null) return sha256(String(object ?? null));
    const known = this.#known.get(object);
    if (known) return known;
    const digest = sha256(this.#written(object));
    // Inside a circle a digest depends on where the circle was entered.
    if (this.#open.length <= 1) this.#known.set(object, digest);
    return digest;
  }

  #written(object: PdfObject): string {
    if (isArray(object)) return `[${object.map((item) => this.of(item)).join(" ")}]`;
    if (isStream(object)) {
      const bytes = decode(this.file, object);
      return `${this.#entries(object.dict, bytes ? packing : new Set())} ${sha256(bytes ?? object.raw)}`;
    }
    if (isDict(object)) return this.#entries(object, new Set());
    if (isString(object)) return `(${hexOf(object.bytes)})`;
    const name = nameOf(object);
    return name === undefined ? String(object) : `/${name}`;
  }

  #entries({ entries }: PdfDict, without: ReadonlySet<string>): string {
    const kept = [...entries].filter(([key]) => !unseen.has(key) && !without.has(key));
    return kept
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `/${key} ${this.of(value)}`)
      .join(" ");
  }
}
