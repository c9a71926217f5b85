using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace DialInsight.ScriptedModel;

/// <summary>
/// Batch files: a file of requests, a batch of it that is under way at the first look and completed at the second, and a file of answers. A request whose text says
/// "no batch" has an error in place of an answer. The ledger counts the answers.
/// </summary>
internal sealed class BatchStage(ScriptedModelOptions options, Ledger ledger)
{
    private readonly ConcurrentDictionary<string, string> _files = new();
    private readonly ConcurrentDictionary<string, Batch> _batches = new();

    /// <summary>Answers a call.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        string[] path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (context.Request.Method, path)
        {
            case ("POST", [_, "files"]):
                await KeepAsync(context);
                break;
            case ("GET", [_, "files", { } id, "content"]) when _files.TryGetValue(id, out string? content):
                await Replies.RawAsync(context, Encoding.UTF8.GetBytes(content));
                break;
            case ("POST", [_, "batches"]):
                await StartAsync(context);
                break;
            case ("GET", [_, "batches"]):
                await WriteAsync(context, new { @object = "list", data = _batches.Values.Select(batch => batch.ToJson("in_progress")) });
                break;
            case ("GET", [_, "batches", { } id]) when _batches.TryGetValue(id, out Batch? batch):
                await WriteAsync(context, batch.ToJson(batch.Looks++ == 0 ? "in_progress" : "completed"));
                break;
            default:
                await Replies.ErrorAsync(context, StatusCodes.Status404NotFound, "not_found", null);
                break;
        }
    }

    private async Task KeepAsync(HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        using var reader = new StreamReader(form.Files[0].OpenReadStream());
        string id = $"file-{_files.Count + 1}";
        _files[id] = await reader.ReadToEndAsync(context.RequestAborted);
        await WriteAsync(context, new { id, @object = "file", purpose = form["purpose"].ToString() });
    }

    private async Task StartAsync(HttpContext context)
    {
        using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        string input = body.RootElement.GetProperty("input_file_id").GetString()!;
        string name = body.RootElement.GetProperty("metadata").GetProperty("name").GetString()!;
        string id = $"batch-{_batches.Count + 1}";
        _files[$"{id}-output"] = string.Concat(_files[input].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(AnswerLine));
        _batches[id] = new Batch(id, name);
        await WriteAsync(context, _batches[id].ToJson("validating"));
    }

    private string AnswerLine(string line, int number)
    {
        using JsonDocument asked = JsonDocument.Parse(line);
        byte[] body = Encoding.UTF8.GetBytes(asked.RootElement.GetProperty("body").GetRawText());
        ChatRequest request = ChatRequest.Read(body, number);
        string custom_id = asked.RootElement.GetProperty("custom_id").GetString()!;
        if (request.UserText.Contains("no batch", StringComparison.Ordinal))
            return $"{JsonSerializer.Serialize(new { custom_id, response = (object?)null, error = new { code = "expired" } })}\n";
        ledger.Begin();
        ledger.End(new LedgerEntry(TimeProvider.System.GetUtcNow(), Ledger.KeyOf(body), StatusCodes.Status200OK, ScriptedBehaviour.Answer));
        using JsonDocument answer = JsonDocument.Parse(Completion.Write(request, options.Model, new Reply(options.Responder(request), "stop")));
        return $"{JsonSerializer.Serialize(new { custom_id, response = new { status_code = 200, body = answer.RootElement }, error = (object?)null })}\n";
    }

    private static Task WriteAsync<T>(HttpContext context, T value) => context.Response.WriteAsJsonAsync(value, context.RequestAborted);

    private sealed class Batch(string id, string name)
    {
        public int Looks { get; set; }

        public object ToJson(string status) => new { id, @object = "batch", status, output_file_id = status == "completed" ? $"{id}-output" : null, metadata = new { name } };
    }
}
