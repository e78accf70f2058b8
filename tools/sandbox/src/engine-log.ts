import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogSeverity, type LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

/** One message that a pack logged. */
export interface PackLog {
  readonly severity: "debug" | "info" | "warning" | "error";
  readonly message: string;
}

export interface EngineLogServer {
  /** `127.0.0.1:<port>` */
  readonly address: string;
  close(): void;
}

const severities: Readonly<Record<number, PackLog["severity"]>> = {
  [LogSeverity.DEBUG]: "debug",
  [LogSeverity.INFO]: "info",
  [LogSeverity.WARNING]: "warning",
  [LogSeverity.ERROR]: "error",
};

/**
 * The part of the engine that a pack needs: a place for its log. Without it the errors of a pack that fails to load
 * reach nobody.
 */
export async function serveEngineLog(onLog: (log: PackLog) => void): Promise<EngineLogServer> {
  const log: grpc.handleUnaryCall<LogRequest, Empty> = (call, callback) => {
    onLog({ severity: severities[call.request.getSeverity()] ?? "info", message: call.request.getMessage() });
    callback(null, new Empty());
  };
  const server = new grpc.Server();
  server.addService(EngineService, { log });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  return { address: `127.0.0.1:${port}`, close: () => server.forceShutdown() };
}
