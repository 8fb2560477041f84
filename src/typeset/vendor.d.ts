/** UAX #14 in JavaScript: https://github.com/foliojs/linebreak. */
declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place (UTF-16) where a line may or must end. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
