import { isDeepStrictEqual } from "node:util";
import * as grpc from "@grpc/grpc-js";
import * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { SimulatedEnvironment } from "@hipaa-aws/simulated-aws";
import * as empty from "google-protobuf/google/protobuf/empty_pb";
import { listen, messageLimits, toProperties, toStruct, unary } from "./rpc";
import { SimulatedProvider, type Properties } from "./simulation";

/** A provider that the engine reaches on a port. */
export interface ServedProvider {
  readonly port: number;
  close(): void;
}

/** The engine warns when a provider is older than the SDK that asks for it. */
const newerThanAny = "999.0.0";

/**
 * Serves the simulated AWS as a Pulumi resource provider in this process.
 *
 * It speaks the provider protocol directly: the SDK's own provider server unwraps secrets and does not answer previews,
 * while AWS's provider keeps secrets and plans.
 */
export async function serveSimulatedAws(environment: SimulatedEnvironment): Promise<ServedProvider> {
  const server = new grpc.Server(messageLimits);
  server.addService(ResourceProviderService, handlers(environment));
  const port = await listen(server);
  return { port, close: () => server.forceShutdown() };
}

function handlers(environment: SimulatedEnvironment): grpc.UntypedServiceImplementation {
  // All provider resources of a stack share the port. Nothing in a request tells them apart, but the engine opens a
  // connection of its own for each.
  const providers = new Map<string, SimulatedProvider>();
  const at = (connection: string): SimulatedProvider => {
    const known = providers.get(connection) ?? new SimulatedProvider(environment);
    providers.set(connection, known);
    return known;
  };

  return {
    attach: unary(() => new empty.Empty()),
    cancel: unary(() => new empty.Empty()),
    getPluginInfo: unary(() => new plugin.PluginInfo().setVersion(newerThanAny)),
    configure: unary((request: provider.ConfigureRequest, connection) => {
      at(connection).configure(toProperties(request.getArgs()));
      return new provider.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
    }),
    checkConfig: unary((request: provider.CheckRequest) => new provider.CheckResponse().setInputs(request.getNews())),
    diffConfig: unary(diff),
    check: unary((request: provider.CheckRequest, connection) => {
      const inputs = at(connection).check(typeOf(request), request.getUrn(), toProperties(request.getNews()));
      return new provider.CheckResponse().setInputs(toStruct(inputs));
    }),
    diff: unary(diff),
    create: unary((request: provider.CreateRequest, connection) => {
      const inputs = toProperties(request.getProperties());
      if (request.getPreview()) {
        return new provider.CreateResponse().setProperties(toStruct(at(connection).preview(inputs)));
      }
      const { id, outputs } = at(connection).create(typeOf(request), request.getUrn(), inputs);
      return new provider.CreateResponse().setId(id).setProperties(toStruct(outputs));
    }),
    update: unary((request: provider.UpdateRequest, connection) => {
      const inputs = toProperties(request.getNews());
      const outputs = request.getPreview()
        ? at(connection).preview(inputs)
        : at(connection).existing(typeOf(request), request.getUrn(), inputs, request.getId());
      return new provider.UpdateResponse().setProperties(toStruct(outputs));
    }),
    read: unary((request: provider.ReadRequest, connection) => {
      const properties = toProperties(request.getProperties());
      const inputs = toProperties(request.getInputs());
      const response = new provider.ReadResponse().setId(request.getId()).setInputs(toStruct(inputs));
      // A refresh: the simulated AWS never drifts, what was last written is what is there.
      if (Object.keys(inputs).length > 0) return response.setProperties(toStruct(properties));
      const outputs = at(connection).existing(typeOf(request), request.getUrn(), properties, request.getId());
      return response.setProperties(toStruct(outputs));
    }),
    delete: unary(() => new empty.Empty()),
    invoke: unary((request: provider.InvokeRequest, connection) =>
      new provider.InvokeResponse().setReturn(
        toStruct(at(connection).call(request.getTok(), toProperties(request.getArgs()))),
      ),
    ),
  };
}

/** Every changed input is an update in place: which properties force a replacement stands in AWS's own provider. */
function diff(request: provider.DiffRequest): provider.DiffResponse {
  const old: Properties = toProperties(request.getOldInputs());
  const now: Properties = toProperties(request.getNews());
  const changed = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (key) => !isDeepStrictEqual(old[key], now[key]) && !request.getIgnorechangesList().includes(key),
  );
  const changes = provider.DiffResponse.DiffChanges;
  return new provider.DiffResponse()
    .setChanges(changed.length ? changes.DIFF_SOME : changes.DIFF_NONE)
    .setDiffsList(changed);
}

/** Older engines send the URN only. */
function typeOf(request: { getUrn(): string; getType(): string }): string {
  return request.getType() || (request.getUrn().split("::")[2]?.split("$").pop() ?? "");
}
