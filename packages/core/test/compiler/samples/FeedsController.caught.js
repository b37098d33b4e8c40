// FeedsController.caught (GET /feeds/caught)
import { FeedsController, FeedsController_caught_Catch_1 as catchArgument } from "./samples.controller.ts";
import { httpContext, toCaught, toReply } from "@gatewright/core/runtime";
import { match as albMatch, recognizes as albRecognizes, request as albRequest, toResult as albToResult } from "@gatewright/core/runtime/alb";
import { recognizes as httpApiRecognizes, request as httpApiRequest, toResult as httpApiToResult } from "@gatewright/core/runtime/http-api";
import { request as restApiRequest, toResult as restApiToResult } from "@gatewright/core/runtime/rest-api";

const match = (event, other) => albRecognizes(event) ? albMatch(event, other) : undefined;
const request = (event, other) => albRecognizes(event) ? albRequest(event, other) : httpApiRecognizes(event) ? httpApiRequest(event, other) : restApiRequest(event, other);
const toResult = (reply, event) => albRecognizes(event) ? albToResult(reply, event) : httpApiRecognizes(event) ? httpApiToResult(reply, event) : restApiToResult(reply, event);
const route = {"id":"FeedsController.caught","method":"GET","path":"/feeds/caught"};
const feedsController = new FeedsController();
const mappings = [[["Gone", catchArgument]]];

export const handler = async (event, context) => {
  try {
    match(event, route);
    return toResult(toReply(await feedsController.caught()), event);
  } catch (error) {
    return toResult(await toCaught(error, mappings, () => httpContext(request(event, route), context, route), context), event);
  }
};
