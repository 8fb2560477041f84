import { basename } from "node:path";
import { type ChartTable, chartTable } from "../../src/model/chart-table.ts";
import type { Face } from "../../src/model/face.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Shown } from "./gallery.ts";
import { type Vision, visions } from "./vision.ts";

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);

const fontFace = ({ family, weight, file }: Face): string =>
  `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url("../../fonts/${basename(file)}"); }`;

/** SVG filters work in linear light, as the matrices of the simulations do. */
const filterOf = ({ name, matrix }: Vision): string => {
  const rows = [0, 3, 6].map((at) => [...matrix.slice(at, at + 3), 0, 0].join(" "));
  return `<filter id="${name}" color-interpolation-filters="linearRGB"><feColorMatrix values="${rows.join(" ")} 0 0 0 1 0"/></filter>`;
};

const tableOf = ({ columns, groups }: ChartTable): string => {
  const head = columns.map(({ text }) => `<th scope="col">${escapeHtml(text)}</th>`).join("");
  const bodies = groups.map(({ title, rows }) => {
    const group = title ? `<tr><th colspan="${columns.length}" scope="rowgroup">${escapeHtml(title)}</th></tr>` : "";
    const lines = rows.map(
      ([name, ...cells]) =>
        `<tr><th scope="row">${escapeHtml(name?.text ?? "")}</th>${cells.map(({ text }) => `<td>${escapeHtml(text)}</td>`).join("")}</tr>`,
    );
    return `<tbody>${group}${lines.join("")}</tbody>`;
  });
  return `<table><thead><tr>${head}</tr></thead>${bodies.join("")}</table>`;
};

const figureOf = ({ figure, chart, picture, lang, language }: Shown): string =>
  `<figure lang="${lang}">${picture.svg}<figcaption><details><summary>${escapeHtml(picture.model.title)}</summary>` +
  `<p>${escapeHtml(figure.alt)}</p>${tableOf(chartTable(chart, language))}</details></figcaption></figure>`;

const style = (faces: readonly Face[]): string => `
${faces
  .filter((face) => face.style === "normal")
  .map(fontFace)
  .join("\n")}
body { margin: 0; background: #e4e4e0; color: #1c1d1f; font: 15px/1.45 "Source Sans 3", "Noto Sans SC", sans-serif; }
header { position: sticky; top: 0; background: #fff; padding: 10px 24px; box-shadow: 0 1px 4px #0003; }
header label { margin-right: 18px; }
main { padding: 8px 24px 48px; }
section { display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start; }
figure { margin: 0; padding: 18pt; background: #fff; }
figure > svg { display: block; max-width: none; }
figcaption { max-width: 442pt; margin-top: 12px; color: #5a626c; font-size: 13px; }
table { border-collapse: collapse; } th, td { padding: 1px 10px 1px 0; text-align: left; } td { text-align: right; }
ul.findings { color: #9b2c2c; }
${visions.map(({ name }) => `body:has(#see-${name}:checked) figure > svg { filter: url(#${name}); }`).join("\n")}
`;

/** A page with every chart in every language at the size of print, to be looked at in colour, in grey and as colour-blind readers see it. */
export const galleryPage = (shown: readonly Shown[], errors: readonly Finding[], faces: readonly Face[]): string => {
  const names = [...new Set(shown.map(({ name }) => name))];
  const sections = names.map((name) => {
    const own = shown.filter((one) => one.name === name);
    return `<h2>${escapeHtml(name)}</h2>\n<section>${own.map(figureOf).join("\n")}</section>`;
  });
  const choices = [{ name: "colour", label: "as printed" }, ...visions].map(
    ({ name, label }, index) =>
      `<label><input type="radio" name="see" id="see-${name}"${index === 0 ? " checked" : ""}> ${escapeHtml(label)}</label>`,
  );
  const faults = errors.map(
    ({ rule, message, place }) => `<li>${escapeHtml(`${place?.file}:${place?.line} ${rule}: ${message}`)}</li>`,
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Charts</title><style>${style(faces)}</style>
<svg width="0" height="0" style="position:absolute">${visions.map(filterOf).join("")}</svg>
<header>${choices.join("")}</header>
<main>
${faults.length > 0 ? `<ul class="findings">${faults.join("")}</ul>` : ""}
${sections.join("\n")}
</main>
</html>
`;
};
