/** Any of these shows that somebody is here and may want the map. */
const MOVES = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown', 'focusin'] as const;

/** What drivers without a graphics chip call themselves: of Chromium, of Mesa, of Windows. */
const SOFTWARE = /SwiftShader|llvmpipe|softpipe|Software|Basic Render/i;

/**
 * Whether the processor would have to draw the map, as no graphics chip does: every frame then holds up the page, on a phone for half a
 * second and more. Drivers are asked for their name, as Chromium does not count its own as slow (`failIfMajorPerformanceCaveat`).
 */
export function drawsSlowly(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) return false;
  // Firefox tells without the extension.
  const name = context.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER;
  const slow = SOFTWARE.test(String(context.getParameter(name)));
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return slow;
}

/** Resolves when the reader first does anything. */
export function firstMove(): Promise<void> {
  const listening = new AbortController();
  return new Promise((resolve) => {
    const moved = () => {
      listening.abort();
      resolve();
    };
    for (const move of MOVES) addEventListener(move, moved, { capture: true, passive: true, signal: listening.signal });
  });
}
