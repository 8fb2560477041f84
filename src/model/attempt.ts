import type { Report } from "./finding.ts";
import type { Place } from "./place.ts";

/**
 * Does a piece of work that must not fail. Where it does all the same, which is a fault of the program, the findings of the
 * run are kept, and what it was at work on is named. Reports `internal-error`; `undefined` then.
 */
export const attempt = <T>(what: string, place: Place | undefined, report: Report, work: () => T): T | undefined => {
  try {
    return work();
  } catch (error) {
    reportInternal(what, place, report, error);
    return undefined;
  }
};

/** The same for work that takes its time. */
export const attemptAsync = async <T>(
  what: string,
  place: Place | undefined,
  report: Report,
  work: () => Promise<T>,
): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    reportInternal(what, place, report, error);
    return undefined;
  }
};

/** Reports `internal-error`: what failed, where, and how the program came there. */
export const reportInternal = (what: string, place: Place | undefined, report: Report, error: unknown): void => {
  const fault = error instanceof Error ? error : new Error(String(error));
  report({
    severity: "error",
    rule: "internal-error",
    message: `${what} failed: ${fault.message}`,
    ...(place && { place }),
    hint: "this is a fault of whitepaper; please report it with what stands at this place",
    ...(fault.stack && { trace: fault.stack }),
  });
};
