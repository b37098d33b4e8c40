function toAddress(plain) {
  if (!isData(plain)) return copy(plain);
  const instance = new Address();
  for (const key of Object.keys(plain)) switch (key) {
    case "city": instance.city = copy(plain.city); break;
    case "street": instance.street = copy(plain.street); break;
    default: setProperty(instance, key, copy(plain[key]));
  }
  return instance;
}

function toCreateUser(plain) {
  if (!isData(plain)) return copy(plain);
  const instance = new CreateUser();
  for (const key of Object.keys(plain)) switch (key) {
    case "address": instance.address = convert(plain.address, toAddress); break;
    case "age": instance.age = copy(plain.age); break;
    case "email": instance.email = copy(plain.email); break;
    case "name": instance.name = copy(plain.name); break;
    case "tags": instance.tags = copy(plain.tags); break;
    default: setProperty(instance, key, copy(plain[key]));
  }
  return instance;
}

const makeError = (target, value, property) => ({ property, children: [], constraints: {} });
const isElement = (element) => typeof element === "string" || element instanceof String;
function validateAddress(object) {
  let errors;
  for (const key in object) switch (key) {
    case "street": case "city": break;
    default: delete object[key];
  }
  {
    const value = object.street;
    let error;
    if (!(typeof value === "string" && (fits(value, 1, 100) || value.length >= 1 && length(value, 1, 100)))) (error ??= makeError(object, value, "street")).constraints.isLength = (!value || value.length < 1) ? "street must be longer than or equal to 1 characters" : value.length > 100 ? "street must be shorter than or equal to 100 characters" : "street must be longer than or equal to 1 and shorter than or equal to 100 characters";
    if (error !== undefined) (errors ??= []).push(error);
  }
  {
    const value = object.city;
    let error;
    if (!(typeof value === "string" && (fits(value, 1, 50) || value.length >= 1 && length(value, 1, 50)))) (error ??= makeError(object, value, "city")).constraints.isLength = (!value || value.length < 1) ? "city must be longer than or equal to 1 characters" : value.length > 50 ? "city must be shorter than or equal to 50 characters" : "city must be longer than or equal to 1 and shorter than or equal to 50 characters";
    if (error !== undefined) (errors ??= []).push(error);
  }
  return errors;
}

const addressRule = { newError: makeError, validate: (object) => object.constructor === Address ? validateAddress(object) : unknownValue(object, false), message: (value) => "nested property address must be either object or array" };
function validateCreateUser(object) {
  let errors;
  for (const key in object) switch (key) {
    case "name": case "email": case "age": case "tags": case "address": break;
    default: delete object[key];
  }
  {
    const value = object.name;
    let error;
    if (!(typeof value === "string" && (fits(value, 1, 50) || value.length >= 1 && length(value, 1, 50)))) (error ??= makeError(object, value, "name")).constraints.isLength = (!value || value.length < 1) ? "name must be longer than or equal to 1 characters" : value.length > 50 ? "name must be shorter than or equal to 50 characters" : "name must be longer than or equal to 1 and shorter than or equal to 50 characters";
    if (error !== undefined) (errors ??= []).push(error);
  }
  {
    const value = object.email;
    let error;
    if (!(typeof value === "string" && (isPlainEmail(value) || !isNoEmail(value) && isEmail(value)))) (error ??= makeError(object, value, "email")).constraints.isEmail = "email must be an email";
    if (error !== undefined) (errors ??= []).push(error);
  }
  {
    const value = object.age;
    let error;
    if (!(typeof value === "number" && value <= 150)) (error ??= makeError(object, value, "age")).constraints.max = "age must not be greater than 150";
    if (!(typeof value === "number" && value >= 0)) (error ??= makeError(object, value, "age")).constraints.min = "age must not be less than 0";
    if (!(Number.isInteger(value))) (error ??= makeError(object, value, "age")).constraints.isInt = "age must be an integer number";
    if (error !== undefined) (errors ??= []).push(error);
  }
  {
    const value = object.tags;
    let error;
    if (value !== null && value !== undefined) {
      if (!(each(value, isElement))) (error ??= makeError(object, value, "tags")).constraints.isString = "each value in tags must be a string";
      if (!(Array.isArray(value))) (error ??= makeError(object, value, "tags")).constraints.isArray = "tags must be an array";
    }
    if (error !== undefined) (errors ??= []).push(error);
  }
  {
    const value = object.address;
    let error;
    error = nested(error, object, value, "address", addressRule);
    if (error !== undefined) (errors ??= []).push(settled(error));
  }
  return errors;
}

const createUserDto = { toInstance: toCreateUser, validate: validateCreateUser };
