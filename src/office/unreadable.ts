/** Why a Word file cannot be read, in words for its owner. */
export class Unreadable extends Error {}
