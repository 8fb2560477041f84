import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Edition } from "../../../src/model/edition.ts";
import type { Face } from "../../../src/model/face.ts";
import type { Finding } from "../../../src/model/finding.ts";
import { type LaidOut, layOut, render } from "../../../src/write/pdf/index.ts";

const { faces: listed } = parse(readFileSync("fonts/manifest.yaml", "utf8")) as { faces: (Face & { file: string })[] };
/** The faces of the project. */
export const faces: readonly Face[] = listed.map((face) => ({ ...face, bytes: readFileSync(`fonts/${face.file}`) }));

export type Drawn = { readonly laid: LaidOut; readonly bytes: Uint8Array; readonly findings: readonly Finding[] };

/** Sets an edition; `spoil` may change what was set before it is drawn as the screen file. */
export const drawScreen = async (edition: Edition, spoil: (laid: LaidOut) => void = () => {}): Promise<Drawn> => {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const laid = await layOut(edition, report);
  spoil(laid);
  return { laid, bytes: await render(laid, report), findings };
};
