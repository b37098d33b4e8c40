// FeedsController.ticks (GET /feeds/ticks)
import { FeedsController } from "./samples.controller.ts";
import { streamReply, toEventStream, toProblem, withoutBody } from "@gatewright/core/runtime";
import { match, method, toResult } from "@gatewright/core/runtime/function-url";

const route = {"method":"GET","path":"/feeds/ticks"};
const feedsController = new FeedsController();

export const handler = streamReply(async (event, context) => {
  try {
    const refused = match(event, route);
    if (refused) return await withoutBody(refused, method(event));
    return await withoutBody(await toEventStream(await feedsController.ticks()), method(event));
  } catch (error) {
    return await withoutBody(toProblem(error, context), method(event));
  }
}, toResult);
