import { join } from "node:path";
import type { Recorded } from "../model/build-record.ts";
import type { Report } from "../model/finding.ts";
import { type KeptAside, type Plan, publish, recordName } from "../store/publish.ts";
import { writeFault } from "../store/write-fault.ts";
import { type Account, recordOf, recordText } from "./record.ts";

/** Reports `cannot-write`. */
export const cannotWrite = (folder: string, why: string, report: Report): void =>
  report({
    severity: "error",
    rule: "cannot-write",
    message: `${folder} cannot be written: ${why}`,
    hint: "choose another folder with --out, or see to this one",
  });

/** Reports `changed-since-build`. */
const tellAside = (folder: string, { name, now }: KeptAside, report: Report): void =>
  report({
    severity: "warning",
    rule: "changed-since-build",
    message:
      name === now
        ? `${name} was changed since the build that made it; it is not made any more and stays where it is`
        : `${name} was changed since the build that made it; a build keeps it as ${now}`,
    place: { file: join(folder, now), line: 1, column: 1 },
    hint: "take over what is wanted of it, then move it out of the folder",
  });

/**
 * Puts what a build made into its folder, with the record of it. Reports `cannot-write` and `changed-since-build`, after
 * which `consent` may still say no; `undefined` where nothing was written.
 *
 * @throws ForeignFolder and Locked
 */
export const putInPlace = async (
  folder: string,
  account: Account,
  report: Report,
  consent: () => boolean,
): Promise<{ readonly older: number } | undefined> => {
  let older = 0;
  const plan = (earlier: Recorded): Plan => {
    const built = recordOf(account, earlier);
    older = built.older;
    const files = new Map(account.made.map(({ name, bytes }) => [name, bytes]));
    return { files: files.set(recordName, recordText(built.record)), gone: built.gone };
  };
  const told = (asides: readonly KeptAside[]): boolean => {
    for (const aside of asides) tellAside(folder, aside, report);
    return consent();
  };
  try {
    return (await publish(folder, plan, told)) ? { older } : undefined;
  } catch (error) {
    const why = writeFault(error);
    if (why === undefined) throw error;
    cannotWrite(folder, why, report);
    return undefined;
  }
};
