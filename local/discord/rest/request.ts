import type { IncomingMessage } from "node:http";
import type { z } from "zod";
import { readText } from "../../shared/request-body.ts";
import { apiError, formError, isRestError, type RestError } from "./result.ts";

/** A request to the REST API. */
export interface RestRequest {
  readonly method: string;
  /** After /api/v10. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly token: string | undefined;
  readonly body: unknown;
  /** The uploaded files, without their content: reference#uploading-files */
  readonly files: readonly UploadedFile[];
}

export interface UploadedFile {
  /** The number in `files[0]`. */
  readonly index: number;
  readonly name: string;
  readonly size: number;
  readonly contentType: string;
}

export async function readRequest(request: IncomingMessage): Promise<RestRequest | RestError> {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  const version = pathname.match(/^\/api\/v(\d+)(?=\/)/);
  if (version?.[1] !== "10") return apiError(50041);
  const content = await readContent(request);
  if ("kind" in content) return content;
  return {
    method: request.method ?? "GET",
    path: decodePath(pathname.slice(version[0].length)),
    query: searchParams,
    token: request.headers.authorization,
    ...content,
  };
}

/** An undecodable path is returned as it is; no route will match it. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

type RequestContent = Pick<RestRequest, "body" | "files">;

async function readContent(request: IncomingMessage): Promise<RequestContent | RestError> {
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) return readForm(await readBytes(request), type);
  const read = readJson(await readText(request));
  return isFault(read) ? read : { body: read.value, files: [] };
}

/** JSON in `payload_json`, and files: reference#uploading-files */
async function readForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<RequestContent | RestError> {
  const form = await new Response(bytes, { headers: { "content-type": type } })
    .formData()
    .catch(() => undefined);
  if (!form) return apiError(50109);
  const json = form.get("payload_json");
  const read = readJson(typeof json === "string" ? json : "");
  if (isFault(read)) return read;
  const files = [...form.entries()].flatMap(([name, value]) => {
    const index = name.match(/^files\[(\d+)\]$/)?.[1];
    if (index === undefined || typeof value === "string") return [];
    return [{ index: Number(index), name: value.name, size: value.size, contentType: value.type }];
  });
  return { body: read.value, files };
}

function readJson(text: string): { readonly value: unknown } | RestError {
  if (text === "") return { value: undefined };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return apiError(50109);
  }
}

function isFault(read: { readonly value: unknown } | RestError): read is RestError {
  return isRestError(read);
}

async function readBytes(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Parses the body by its schema, or returns 50035 with the errors by field. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): { readonly body: T } | RestError {
  const { success, data, error } = schema.safeParse(body ?? {});
  return success ? { body: data } : formError(error.issues);
}
