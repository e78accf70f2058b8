import * as grpc from "@grpc/grpc-js";
import * as struct from "google-protobuf/google/protobuf/struct_pb";
import type { Properties } from "./simulation";

/** The engine sends whole stacks in one message; gRPC's own limit is 4 MB. Pulumi uses the same number. */
export const messageLimits: grpc.ChannelOptions = {
  "grpc.max_receive_message_length": 400 * 1024 * 1024,
  "grpc.max_send_message_length": 400 * 1024 * 1024,
};

/**
 * Makes a gRPC handler of a function from request to response; what it throws goes to the caller as the error's text.
 *
 * @param answer is told the caller's connection beside the request.
 */
export function unary<Request, Response>(
  answer: (request: Request, connection: string) => Response,
): grpc.handleUnaryCall<Request, Response> {
  return (call, callback) => {
    let response: Response;
    try {
      response = answer(call.request, call.getPeer());
    } catch (error) {
      const details = error instanceof Error ? error.message : String(error);
      return callback({ code: grpc.status.UNKNOWN, details });
    }
    callback(null, response);
  };
}

export function toProperties(message: struct.Struct | undefined): Properties {
  return message?.toJavaScript() ?? {};
}

export function toStruct(properties: Properties): struct.Struct {
  return struct.Struct.fromJavaScript(properties);
}

/** Binds a server to a free port of this machine. */
export function listen(server: grpc.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve(port),
    );
  });
}
