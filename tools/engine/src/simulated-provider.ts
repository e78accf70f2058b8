import { isDeepStrictEqual } from "node:util";
import * as grpc from "@grpc/grpc-js";
import * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as empty from "google-protobuf/google/protobuf/empty_pb";
import { listen, messageLimits, toProperties, toStruct, unary } from "./rpc";
import { simulation, type Properties } from "./simulation";

/** A provider that the engine reaches on a port. */
export interface ServedProvider {
  readonly port: number;
  close(): void;
}

/**
 * Serves the simulated AWS as a Pulumi resource provider in this process.
 *
 * It speaks the provider protocol directly: the SDK's own provider server unwraps secrets and does not answer previews,
 * while AWS's provider keeps secrets and plans.
 */
export async function serveSimulatedAws(): Promise<ServedProvider> {
  const server = new grpc.Server(messageLimits);
  server.addService(ResourceProviderService, handlers);
  const port = await listen(server);
  return { port, close: () => server.forceShutdown() };
}

/** The engine warns when a provider is older than the SDK that asks for it. */
const newerThanAny = "999.0.0";

const handlers: grpc.UntypedServiceImplementation = {
  attach: unary(() => new empty.Empty()),
  cancel: unary(() => new empty.Empty()),
  getPluginInfo: unary(() => new plugin.PluginInfo().setVersion(newerThanAny)),
  configure: unary(() => new provider.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true)),
  checkConfig: unary((request: provider.CheckRequest) => new provider.CheckResponse().setInputs(request.getNews())),
  diffConfig: unary(diff),
  check: unary((request: provider.CheckRequest) => {
    const inputs = simulation.check(typeOf(request), nameOf(request), toProperties(request.getNews()));
    return new provider.CheckResponse().setInputs(toStruct(inputs));
  }),
  diff: unary(diff),
  create: unary((request: provider.CreateRequest) => {
    const inputs = toProperties(request.getProperties());
    if (request.getPreview()) return new provider.CreateResponse().setProperties(toStruct(simulation.preview(inputs)));
    const { id, outputs } = simulation.create(typeOf(request), nameOf(request), inputs);
    return new provider.CreateResponse().setId(id).setProperties(toStruct(outputs));
  }),
  update: unary((request: provider.UpdateRequest) => {
    const inputs = toProperties(request.getNews());
    const outputs: Properties = request.getPreview()
      ? simulation.preview(inputs)
      : simulation.create(typeOf(request), nameOf(request), inputs).outputs;
    return new provider.UpdateResponse().setProperties(toStruct(outputs));
  }),
  // The simulated AWS never drifts: what was last written is what is there.
  read: unary((request: provider.ReadRequest) =>
    new provider.ReadResponse()
      .setId(request.getId())
      .setProperties(request.getProperties())
      .setInputs(request.getInputs()),
  ),
  delete: unary(() => new empty.Empty()),
  invoke: unary((request: provider.InvokeRequest) =>
    new provider.InvokeResponse().setReturn(
      toStruct(simulation.call(request.getTok(), toProperties(request.getArgs()))),
    ),
  ),
};

/** Every changed input is an update in place: which properties force a replacement stands in AWS's own provider. */
function diff(request: provider.DiffRequest): provider.DiffResponse {
  const old = toProperties(request.getOldInputs());
  const now = toProperties(request.getNews());
  const changed = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (key) => !isDeepStrictEqual(old[key], now[key]) && !request.getIgnorechangesList().includes(key),
  );
  const changes = provider.DiffResponse.DiffChanges;
  return new provider.DiffResponse()
    .setChanges(changed.length ? changes.DIFF_SOME : changes.DIFF_NONE)
    .setDiffsList(changed);
}

interface Addressed {
  getUrn(): string;
  getType(): string;
  getName(): string;
}

/** Older engines send the URN only. */
function typeOf(request: Addressed): string {
  return request.getType() || (request.getUrn().split("::")[2]?.split("$").pop() ?? "");
}

function nameOf(request: Addressed): string {
  return request.getName() || request.getUrn().split("::").slice(3).join("::");
}
