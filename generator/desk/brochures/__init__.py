"""The verb `brochure`: printed formats, made when somebody asks for them."""
