import { moduleLoadedBy } from "./sdk-modules";

/** The protocol's messages for an object and its values, as far as reading them goes. */
interface StructMessage {
  toJavaScript(): object;
  getFieldsMap(): unknown;
}

/** What takes a message off the wire, field by field. Source: `jspb.BinaryReader` of google-protobuf. */
interface WireReader {
  nextField(): boolean;
  isEndGroup(): boolean;
  getFieldNumber(): number;
  skipField(): void;
  readMessage<T>(into: T, read: (into: T, reader: WireReader) => void): void;
  readString(): string;
  readDouble(): number;
  readBool(): boolean;
}

/** What the class of the message exports and its published types leave out. */
export interface StructClass {
  fromJavaScript(value: object): StructMessage;
  deserializeBinaryFromReader(this: void, message: StructMessage, reader: WireReader): StructMessage;
}

/**
 * Reads objects off the wire as what they are. The SDK has each property made into a message first, with a wrapper
 * around each value, and takes all of them apart again at once: half of the time that a resource takes to arrive, and
 * most of its garbage. The fields of a message that was read so are made when somebody asks for them.
 *
 * Were the protocol's library to read by other means, this would change nothing.
 */
export function readPlainly(struct = structOfProtocol()): void {
  if (typeof struct?.deserializeBinaryFromReader !== "function") return;
  struct.deserializeBinaryFromReader = (message, reader) => {
    const values: Values = {};
    readStruct(values, reader);
    // Whoever takes the values may write to them: the SDK notes the level among those of a configuration.
    message.toJavaScript = () => ({ ...values });
    message.getFieldsMap = () => struct.fromJavaScript(values).getFieldsMap();
    return message;
  };
}

type Values = Record<string, unknown>;

/** Calls back at each field of a message; one that is not for the callback is passed over. Returns whether it took it. */
function readFields(reader: WireReader, take: (field: number) => boolean): void {
  while (reader.nextField() && !reader.isEndGroup()) {
    if (!take(reader.getFieldNumber())) reader.skipField();
  }
}

/** Source: `google/protobuf/struct.proto`, and the encoding of maps as messages of key and value. */
function readStruct(into: Values, reader: WireReader): void {
  readFields(reader, (field) => {
    if (field !== 1) return false;
    reader.readMessage(into, readEntry);
    return true;
  });
}

function readEntry(into: Values, reader: WireReader): void {
  let key = "";
  const read: Read = { value: null };
  readFields(reader, (field) => {
    if (field === 1) key = reader.readString();
    else if (field === 2) reader.readMessage(read, readValue);
    else return false;
    return true;
  });
  into[key] = read.value;
}

/** A value that is being read; null where nothing says what it is. */
interface Read {
  value: unknown;
}

function readValue(into: Read, reader: WireReader): void {
  readFields(reader, (field) => {
    switch (field) {
      case 2:
        into.value = reader.readDouble();
        return true;
      case 3:
        into.value = reader.readString();
        return true;
      case 4:
        into.value = reader.readBool();
        return true;
      case 5:
        into.value = {};
        reader.readMessage(into.value as Values, readStruct);
        return true;
      case 6:
        into.value = [];
        reader.readMessage(into.value as unknown[], readList);
        return true;
      default:
        into.value = null;
        return false;
    }
  });
}

function readList(into: unknown[], reader: WireReader): void {
  readFields(reader, (field) => {
    if (field !== 1) return false;
    const read: Read = { value: null };
    reader.readMessage(read, readValue);
    into.push(read.value);
    return true;
  });
}

function structOfProtocol(): StructClass | undefined {
  const protocol = "@pulumi/pulumi/proto/analyzer_pb";
  return moduleLoadedBy<{ Struct: StructClass }>(protocol, "google-protobuf/google/protobuf/struct_pb.js")?.Struct;
}
