import { expect, it } from "vitest";
import { srgbProfile } from "../../../src/write/pdf/screen/srgb.ts";

/** The profile as a colour program reads it (ICC.1:2004-10). */

const profile = srgbProfile();
const tags = new Map(
  Array.from({ length: profile.readUInt32BE(128) }, (_, index) => {
    const at = 132 + 12 * index;
    const [start, length] = [profile.readUInt32BE(at + 4), profile.readUInt32BE(at + 8)];
    return [profile.toString("latin1", at, at + 4), profile.subarray(start, start + length)] as const;
  }),
);
const numbers = (tag: string, from = 8): readonly number[] => {
  const data = tags.get(tag) as Buffer;
  return Array.from({ length: (data.length - from) / 4 }, (_, index) => data.readInt32BE(from + 4 * index) / 65536);
};

it("is a display profile in RGB whose size is what it says, each tag on four bytes", () => {
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.toString("latin1", 12, 24)).toBe("mntrRGB XYZ ");
  expect(profile.toString("latin1", 36, 40)).toBe("acsp");
  expect(profile.length % 4).toBe(0);
  for (const [, data] of tags) expect((data.byteOffset - profile.byteOffset) % 4).toBe(0);
});

it("has primaries that make its white, and a curve that turns 0.5 into 0.214", () => {
  const [red, green, blue, white] = ["rXYZ", "gXYZ", "bXYZ", "wtpt"].map((tag) => numbers(tag)) as number[][];
  for (const axis of [0, 1, 2])
    expect((red?.[axis] ?? 0) + (green?.[axis] ?? 0) + (blue?.[axis] ?? 0)).toBeCloseTo(white?.[axis] ?? 0, 3);
  const [g = 0, a = 0, b = 0, c = 0, d = 0] = numbers("rTRC", 12);
  expect((a * 0.5 + b) ** g).toBeCloseTo(0.214, 3);
  // The straight part meets the curved one.
  expect(c * d).toBeCloseTo((a * d + b) ** g, 4);
  expect(tags.get("gTRC")).toEqual(tags.get("rTRC"));
});
