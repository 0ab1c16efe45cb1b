/**
 * What browsers, workers and Node share beyond the language, for the code below `app`, which is compiled without the
 * DOM library and without Node's types. Add a declaration here only when both sides have it.
 */

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(input?: ArrayBufferView | ArrayBuffer): string;
}

declare function atob(data: string): string;
declare function btoa(data: string): string;
