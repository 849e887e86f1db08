"""Stories: from Markdown to safe HTML, plain text, and blocks for print."""
