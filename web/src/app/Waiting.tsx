/** Before anything can be shown: the mark alone, as `index.html` has it before any code has come. */
export function Waiting() {
  return (
    <div className="waiting">
      <img src="/favicon.svg" alt="Fullhouse" width={40} height={40} />
    </div>
  );
}
