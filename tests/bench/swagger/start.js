// The list of operations as Swagger UI shows it by itself.
SwaggerUIBundle({ url: "openapi.json", dom_id: "#swagger" });
