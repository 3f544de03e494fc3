const FETCH_INFO = "chatwoot-dashboard-app:fetch-info";

/**
 * Dashboard apps exactly as the host mounts them: an iframe with a bare src, made when its tab is first opened, kept hidden while the
 * conversation stays, destroyed with it; the context goes out as a JSON string to any origin, on load and on the fetch-info string.
 * The host checks neither origin nor source of what it receives.
 */
export class Frames {
  constructor(context) {
    this.context = context;
    this.frames = new Map();
    this.visible = null;
    window.addEventListener("message", (event) => {
      if (event.data === FETCH_INFO && this.visible !== null) this.post(this.frames.get(this.visible));
    });
  }

  /** Shows the app's frame inside `place`, or none. */
  show(place, conversationId, app) {
    const key = app === null ? null : `${conversationId}-${app.id}`;
    for (const [other, frame] of this.frames) frame.hidden = other !== key;
    this.visible = key;
    if (key === null || this.frames.has(key)) return;
    const frame = document.createElement("iframe");
    frame.id = `dashboard-app--frame-${app.id}-0`;
    frame.title = app.title;
    frame.src = app.content[0].url;
    frame.addEventListener("load", () => this.post(frame));
    this.frames.set(key, frame);
    place.append(frame);
  }

  clear() {
    for (const frame of this.frames.values()) frame.remove();
    this.frames.clear();
    this.visible = null;
  }

  post(frame) {
    frame?.contentWindow?.postMessage(JSON.stringify({ event: "appContext", data: this.context() }), "*");
  }
}
