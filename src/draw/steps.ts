import { expressionInterpreter } from "vega-interpreter";

/** Thrown when a picture takes more work than a chart may. */
export class TooMuchWork extends Error {}

/** What drawing may still do, in steps: an expression that is computed, a channel of a mark that is set. */
export class Budget {
  #left: number;
  /** Called with every step, so that somebody outside sees that there is progress. */
  readonly #onStep: () => void;

  constructor(steps: number, onStep: () => void = () => {}) {
    this.#left = steps;
    this.#onStep = onStep;
  }

  get isSpent(): boolean {
    return this.#left < 0;
  }

  spend(steps: number): void {
    this.#left -= steps;
    this.#onStep();
    if (this.isSpent) throw new TooMuchWork();
  }
}

type Interpreter = typeof expressionInterpreter;
type Run = (...parameters: never[]) => unknown;

/** Vega's interpreter of expressions, which counts what it does. Vega itself only logs what is thrown in it. */
export const countingInterpreter = (budget: Budget): Interpreter => {
  const counted =
    (run: Run, steps = 1): Run =>
    (...parameters) => {
      budget.spend(steps);
      return run(...parameters);
    };
  const { operator, parameter, event, handler, encode } = expressionInterpreter as unknown as Record<
    "operator" | "parameter" | "event" | "handler" | "encode",
    (context: unknown, expression: { readonly channels?: object }) => Run
  >;
  return {
    operator: (context: unknown, expression: object) => counted(operator(context, expression)),
    parameter: (context: unknown, expression: object) => counted(parameter(context, expression)),
    event: (context: unknown, expression: object) => counted(event(context, expression)),
    handler: (context: unknown, expression: object) => counted(handler(context, expression)),
    encode: (context: unknown, marks: { readonly channels?: object }) =>
      counted(encode(context, marks), 1 + Object.keys(marks.channels ?? {}).length),
  } as unknown as Interpreter;
};
