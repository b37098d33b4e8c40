// FeedsController.caught (GET /feeds/caught)
import { FeedsController, FeedsController_caught_Catch_1 as catchArgument } from "./samples.controller.ts";
import { drain, httpContext, runMiddleware, toCaught, toProblem, toReply } from "@gatewright/core/runtime";
import { match as albMatch, recognizes as albRecognizes, request as albRequest, toResult as albToResult } from "@gatewright/core/runtime/alb";
import { recognizes as httpApiRecognizes, request as httpApiRequest, toResult as httpApiToResult } from "@gatewright/core/runtime/http-api";
import { request as restApiRequest, toResult as restApiToResult } from "@gatewright/core/runtime/rest-api";

const request = (event, other) => albRecognizes(event) ? albRequest(event, other) : httpApiRecognizes(event) ? httpApiRequest(event, other) : restApiRequest(event, other);
const toResult = (reply, event) => albRecognizes(event) ? albToResult(reply, event) : httpApiRecognizes(event) ? httpApiToResult(reply, event) : restApiToResult(reply, event);
const match = (event, other) => albRecognizes(event) ? albMatch(event, other) : undefined;
const route = {"id":"FeedsController.caught","method":"GET","path":"/feeds/caught"};
const feedsController = new FeedsController();
const layers = [];
const mappings = [[["Gone", catchArgument]]];

const answer = async (event, context, http) => {
  const refused = match(event, route);
  if (refused) return refused;
  return toReply(feedsController.caught());
};

export const handler = async (event, context) => {
  try {
    const http = httpContext(request(event, route), context, route);
    const reply = await runMiddleware(layers, http, () => answer(event, context, http), (error) => toCaught(error, mappings, context, () => http));
    return toResult(await drain(reply, event), event);
  } catch (error) {
    return toResult(toProblem(error, context), event);
  }
};
