"use client";

/** Stands alone: where the layout itself failed, neither theme nor styles can be relied on. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body style={{ maxWidth: 520, margin: "12vh auto", padding: 20, fontFamily: "system-ui" }}>
        <h1>Something failed</h1>
        <p>The page could not be built. What is stored is untouched. The server log says more.</p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </body>
    </html>
  );
}
