import { AnalyzeRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { moduleLoadedBy } from "./sdk-modules";

/** A unary handler of the gRPC server. */
type Handler = (
  call: { readonly request: object },
  callback: (error: { readonly code: number; readonly details: string } | null, response?: object) => void,
) => unknown;

/** A method of a gRPC service, by which the server deserializes its requests. */
interface Method {
  readonly requestDeserialize?: (bytes: Buffer) => object;
}

/** The service of policies and what serves it: of its methods, one matters here. */
type Service = { readonly remediate?: Method } & Readonly<Record<string, unknown>>;
type Implementation = { readonly remediate?: Handler } & Readonly<Record<string, unknown>>;

/** What the SDK adds the service of policies to. */
export interface GrpcServer {
  addService: (this: GrpcServer, service: Service, implementation: Implementation) => void;
}

/** Stands for every request that nobody will read. */
const unread = new AnalyzeRequest();

/** gRPC's status `UNIMPLEMENTED`. */
const unimplemented = 12;

/**
 * Answers the engine's requests for remediations at once while no policy is set to remediate, which is the default. The
 * engine asks before every resource all the same, and waits: the SDK reads the resource off the wire, deserializes its
 * properties and walks all policies, only to answer with nothing.
 *
 * The answer is that nothing is implemented, as of a pack without remediations whose SDK knows none: the engine takes
 * that for none, and it is sent at once, where an empty message would take three frames. Source: `Remediate` in
 * `sdk/go/common/resource/plugin/analyzer_plugin.go` of pulumi/pulumi.
 *
 * Once a policy is set to remediate, and whenever that cannot be told, the SDK answers as before. Were the SDK to serve
 * by other means, it would answer always.
 *
 * @param mayRemediate whether any policy might be set to remediate; asked anew at each request
 */
export function answerIdleRemediations(mayRemediate: () => boolean, server = serverOfSdk()): void {
  if (!server) return;
  const original = server.addService;
  server.addService = function (this: GrpcServer, service, implementation) {
    original.call(this, ...withShortcut(service, implementation, mayRemediate));
  };
}

function withShortcut(
  service: Service,
  implementation: Implementation,
  mayRemediate: () => boolean,
): [Service, Implementation] {
  const deserialize = service.remediate?.requestDeserialize;
  const { remediate } = implementation;
  if (!deserialize || !remediate) return [service, implementation];
  const requestDeserialize = (bytes: Buffer) => (mayRemediate() ? deserialize(bytes) : unread);
  const answer: Handler = (call, callback) =>
    call.request === unread
      ? callback({ code: unimplemented, details: "no policy is set to remediate" })
      : remediate(call, callback);
  return [
    { ...service, remediate: { ...service.remediate, requestDeserialize } },
    { ...implementation, remediate: answer },
  ];
}

function serverOfSdk(): GrpcServer | undefined {
  return moduleLoadedBy<{ Server: { prototype: GrpcServer } }>("@pulumi/policy", "@grpc/grpc-js")?.Server?.prototype;
}
