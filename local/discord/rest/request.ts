import type { IncomingMessage } from "node:http";
import type { z } from "zod";
import { readText } from "../../shared/request-body.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "./result.ts";

/** A request to the REST API: what is behind /api/v10, and what it brings. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly token: string | undefined;
  readonly body: unknown;
  /** Names and sizes of the files that came along: reference#uploading-files */
  readonly files: readonly UploadedFile[];
}

export interface UploadedFile {
  /** The number in `files[0]`. */
  readonly index: number;
  readonly name: string;
  readonly size: number;
  readonly contentType: string;
}

export async function readRequest(request: IncomingMessage): Promise<Request | Refusal> {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  const version = pathname.match(/^\/api\/v(\d+)(?=\/)/);
  if (version?.[1] !== "10") return refuse(50041);
  const content = await readContent(request);
  if ("kind" in content) return content;
  return {
    method: request.method ?? "GET",
    path: decode(pathname.slice(version[0].length)),
    query: searchParams,
    token: request.headers.authorization,
    ...content,
  };
}

/** What can't be decoded is no address of ours. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

type Content = Pick<Request, "body" | "files">;

async function readContent(request: IncomingMessage): Promise<Content | Refusal> {
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) return readForm(await readBytes(request), type);
  const read = readJson(await readText(request));
  return isFault(read) ? read : { body: read.value, files: [] };
}

/** JSON in `payload_json`, and files: reference#uploading-files */
async function readForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Content | Refusal> {
  const form = await new Response(bytes, { headers: { "content-type": type } })
    .formData()
    .catch(() => undefined);
  if (!form) return refuse(50109);
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

function readJson(text: string): { readonly value: unknown } | Refusal {
  if (text === "") return { value: undefined };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return refuse(50109);
  }
}

function isFault(read: { readonly value: unknown } | Refusal): read is Refusal {
  return isRefusal(read);
}

async function readBytes(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** The body as its schema has it, or 50035 with what is wrong where. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): { readonly body: T } | Refusal {
  const { success, data, error } = schema.safeParse(body ?? {});
  return success ? { body: data } : refuseForm(error.issues);
}
