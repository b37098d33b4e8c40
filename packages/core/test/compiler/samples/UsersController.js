// UsersController (5 routes)
import { Clock, CreateUser, PageQuery, UserStore, UsersController } from "./samples.controller.ts";
import { bindList, bindScalar, coerce, number, ofType, parseJson, refuse, string, to, toProblem, toReply } from "@gatewright/core/runtime";
import { body, contentType, find, pathParameters, query, toResult } from "@gatewright/core/runtime/http-api";
import { bindDto, bindDtoList } from "@gatewright/core/validation";

const clock = new Clock();
const userStore = new UserStore(clock);
const usersController = new UsersController(userStore, clock);
const bodyTypes = ["application/json","*/*+json"];
const bodyPlace = {"in":"body","path":"","required":true};
const readInput = async (event) => {
  const failures = [];
  const json = parseJson(ofType(body(event), contentType(event), bodyTypes));
  const input = await bindDto(json, CreateUser, bodyPlace, failures);
  refuse(failures);
  return input;
};
const reply201 = async (value) => toReply(await value, 201);
const replyWith = async (value) => toReply(await value);
const readInput2 = async (event) => {
  const failures = [];
  const json = parseJson(ofType(body(event), contentType(event), bodyTypes));
  const input = await bindDtoList(json, CreateUser, bodyPlace, failures);
  refuse(failures);
  return input;
};
const PageQueryProperties = { "limit": to(number) };
const queryPlace = {"in":"query","path":"","required":true};
const readQueryInput = async (event) => {
  const failures = [];
  const queryValues = query(event);
  const queryInput = await bindDto(coerce(queryValues, PageQueryProperties), PageQuery, queryPlace, failures);
  refuse(failures);
  return queryInput;
};
const qPlace = {"in":"query","path":"q","required":true};
const tagPlace = {"in":"query","path":"tag","required":false};
const pagePlace = {"in":"query","path":"page","required":false};
const replyHeaders = {"cache-control":"no-store"};
const replyWith2 = async (value) => toReply(await value, undefined, replyHeaders);

const answers = {
  __proto__: null,
  "POST /users": async (event) => await reply201(usersController.create(await readInput(event))),
  "GET /users/hello/{name}": (event) => replyWith(usersController.hello(pathParameters(event).name)),
  "POST /users/import": async (event) => await replyWith(usersController.importAll(await readInput2(event))),
  "GET /users": async (event) => await replyWith(usersController.list(await readQueryInput(event))),
  "GET /users/search": async (event) => {
    const failures = [];
    const queryValues = query(event);
    const q = bindScalar(queryValues.q, string, qPlace, failures);
    const tag = bindList(queryValues.tag, string, tagPlace, failures);
    const page = bindScalar(queryValues.page, number, pagePlace, failures);
    refuse(failures);
    return await replyWith2(usersController.search(q, tag, page));
  },
};
const router = { answers };

export const handler = async (event, context) => {
  try {
    return toResult(await find(event, router)(event, context), event);
  } catch (error) {
    return toResult(toProblem(error, context), event);
  }
};
