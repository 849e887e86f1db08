export default { layout: "product.njk", permalink: (data) => `/san-pham/${data.slug}/` };
