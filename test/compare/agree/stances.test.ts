import { describe, expect, it } from "vitest";
import { compare } from "./comparing.ts";

/** Bounds of two texts: those of one side agree, whichever text has which word. */

const severities = (chinese: string, english: string): readonly string[] =>
  compare(`${chinese}。`, `${english}.`)
    .filter(({ rule }) => rule === "approximation-disagrees")
    .map(({ severity }) => severity);

describe("bounds of one side agree", () => {
  it.each([
    ["超过300家", "at least 300 companies"],
    ["至少300家", "more than 300 companies"],
    ["不足300家", "nearly 300 companies"],
    ["近300家", "fewer than 300 companies"],
    ["不超过300家", "below 300 companies"],
    ["300家以下", "at most 300 companies"],
  ])("%s = %s", (chinese, english) => {
    expect(severities(chinese, english)).toEqual([]);
  });
});

describe("bounds of two sides do not", () => {
  it.each([
    ["超过300家", "nearly 300 companies"],
    ["近300家", "more than 300 companies"],
    ["至少300家", "at most 300 companies"],
    ["不超过300家", "at least 300 companies"],
    ["300家", "more than 300 companies"],
    ["超过300家", "300 companies"],
    ["300家", "about 300 companies"],
    ["约300家", "300 companies"],
  ])("%s ≠ %s", (chinese, english) => {
    expect(severities(chinese, english)).toEqual(["warning"]);
  });
});

describe("an approximation without a side is a note beside one with a side", () => {
  it.each([
    ["近300家", "about 300 companies"],
    ["约300家", "more than 300 companies"],
    ["300多家", "about 300 companies"],
    ["约300家", "nearly 300 companies"],
  ])("%s, %s", (chinese, english) => {
    expect(severities(chinese, english)).toEqual(["note"]);
  });
});

describe("words that say a bound here and stress there agree with all", () => {
  it.each([
    ["多达300家", "300 companies"],
    ["300家", "as many as 300 companies"],
    ["最多300家", "up to 300 companies"],
    ["接管300家", "took over 300 companies"],
  ])("%s, %s", (chinese, english) => {
    expect(severities(chinese, english)).toEqual([]);
  });
});
