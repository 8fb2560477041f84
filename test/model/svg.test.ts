import { DOMParser, type Element } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { svgFaults } from "../../src/model/svg.ts";

const faults = (inner: string): readonly string[] => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n${inner}</svg>`;
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement as Element;
  return svgFaults(root).map(({ message, element }) => `${element.lineNumber}: ${message}`);
};

it.each([
  '<rect x="1" y="-2.5" width="10mm" height="50%" rx="auto"/>',
  '<path d="M0-.5.5-1e-3L10,20 30 40h5V-6c1 2 3 4 5 6s1 1 2 2q1 1 2 2t3 3a1 1 0 0110 10A2,2 45 1 0 5,5z"/>',
  '<path d=""/>',
  '<path d="none"/>',
  '<polygon points="0,0 10,0-5-5"/>',
  '<g transform="translate(0.5,0.5) rotate(45) scale(2 3) matrix(1 0 0 1 0 0)skewX(3)"/>',
  '<text x="1 2 3" dy="1,2">abc</text>',
  '<defs><linearGradient id="a" x1="0"><stop offset="10%"/></linearGradient><linearGradient id="b" xlink:href="#a"/></defs><circle r="3" fill="url(#b)"/>',
])("%s can be drawn", (inner) => expect(faults(inner)).toEqual([]));

describe("shapes whose measures are none", () => {
  it.each([
    ['<rect width="-1" height="2"/>', 'width="-1" is below zero'],
    ['<rect height="2"/>', "it has no width"],
    ['<circle r="a"/>', 'r="a" is no length'],
    ['<circle r="1 2"/>', 'r="1 2" is no length'],
    ['<ellipse rx="1" ry="-0.5"/>', 'ry="-0.5" is below zero'],
    ['<line x1="1" stroke-width="-2"/>', 'stroke-width="-2" is below zero'],
    ['<path d="L 1 1"/>', 'the path "L 1 1" is broken'],
    ['<path d="M 1 1 L 2"/>', 'the path "M 1 1 L 2" is broken'],
    ['<path d="M 1 1 K 2 2"/>', 'the path "M 1 1 K 2 2" is broken'],
    ['<path d="M 1 1 a 1 1 0 2 0 5 5"/>', "is broken"],
    ['<path d="M 1 1 z 3"/>', "is broken"],
    ["<path/>", "it has no d"],
    ['<polyline points="1,2 3"/>', 'the points "1,2 3" are broken'],
    ['<g transform="rotate(a)"/>', 'transform="rotate(a)" is broken'],
    ['<g transform="rotate(1 2)"/>', "is broken"],
    ['<g transform="turn(1)"/>', "is broken"],
  ])("%s", (inner, says) => {
    expect(faults(inner)).toEqual([expect.stringMatching(/^2: <\w+> cannot be drawn: /)]);
    expect(faults(inner)[0]).toContain(says);
  });
});

describe("references", () => {
  it.each([
    ['<rect width="1" height="1" fill="url(#gone)"/>', '<rect> refers to "gone", which is not there'],
    ['<linearGradient id="a" xlink:href="#a"/>', '<linearGradient> refers to "a", which leads back to itself'],
    [
      '<clipPath id="a"><path d="M0 0" clip-path="url(#a)"/></clipPath><g clip-path="url(#a)"/>',
      '<path> refers to "a", which leads back to itself',
    ],
  ])("%s", (inner, says) => expect(faults(inner)).toEqual([`2: ${says}`]));

  it("a circle of two", () => {
    const circle = '<linearGradient id="a" xlink:href="#b"/>\n<linearGradient id="b" xlink:href="#a"/>';
    expect(faults(circle)).toEqual([
      '2: <linearGradient> refers to "b", which leads back to itself',
      '3: <linearGradient> refers to "a", which leads back to itself',
    ]);
  });
});

it("groups in groups end in a finding", () => {
  expect(faults("<g>".repeat(62) + "</g>".repeat(62))).toEqual([]);
  expect(faults("<g>".repeat(70) + "</g>".repeat(70))).toEqual([expect.stringContaining("more than 64 deep")]);
});
