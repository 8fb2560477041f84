/** What was asked for cannot be done, for a reason that its user can mend: told in one line, without a stack. */
export class Refusal extends Error {}
