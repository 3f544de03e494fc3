import { addressOf } from "./client";
import { ApiError } from "./error";
import type { ErrorBody, Upload } from "./types";

/**
 * Sends a file as it is, in pieces as the browser reads it, never as text in memory.
 * @param onProgress share of the bytes that left, 0 to 1
 */
export function uploadFile(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Upload> {
  return new Promise((resolve, reject) => {
    // fetch tells nothing of what has been sent.
    const request = new XMLHttpRequest();
    const unanswered = () => reject(new ApiError(0, { code: "network", message: "The server did not answer." }));
    request.open("POST", addressOf("POST /api/uploads", { query: { fileName: file.name } }));
    request.withCredentials = true;
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-saldo", "1");
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => {
      const answer = parse(request.responseText);
      if (request.status >= 200 && request.status < 300 && answer) resolve(answer as Upload);
      else
        reject(
          new ApiError(
            request.status,
            (answer as ErrorBody | undefined) ?? { code: `http.${request.status}`, message: request.statusText },
          ),
        );
    });
    request.addEventListener("error", unanswered);
    request.addEventListener("timeout", unanswered);
    request.addEventListener("abort", () => reject(new ApiError(0, { code: "upload.stopped", message: "The upload was stopped." })));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
