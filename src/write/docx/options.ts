/** Switches of the Word edition. */
export type DocxOptions = {
  /** "native": charts whose form Word knows can be edited in Word; "picture": all charts are pictures. */
  readonly charts: "native" | "picture";
  /** "bound": every printed figure is a content control bound to the list of figures; "off": plain text. */
  readonly controls: "bound" | "off";
  /** What the custom properties say about where the file comes from. */
  readonly identity?: {
    /** SHA-256 of the data file. */
    readonly dataSha256?: string;
    /** Name of the release. */
    readonly release?: string;
  };
};

export const defaultDocxOptions: DocxOptions = { charts: "native", controls: "bound" };
