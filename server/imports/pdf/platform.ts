/** What the library for PDF takes for granted and Node.js 20 doesn't have yet. */
export function equip(): void {
  const { prototype } = ArrayBuffer;
  if ('transferToFixedLength' in prototype) return;
  Object.defineProperty(prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    // A copy does where nobody looks at the buffer that was given away.
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const copy = new ArrayBuffer(length);
      new Uint8Array(copy).set(new Uint8Array(this).subarray(0, length));
      return copy;
    },
  });
}
