using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace DialInsight.ScriptedModel;

/// <summary>Plays the script, call by call, and keeps the ledger.</summary>
internal sealed class ChatStage(ScriptedModelOptions options, CancellationToken stopping)
{
    private Playbook _playbook = new(options.Script);
    private int _number;

    /// <summary>What happened.</summary>
    public Ledger Ledger { get; } = new();

    /// <summary>Goes on by another script.</summary>
    public void Play(ModelScript script) => Volatile.Write(ref _playbook, new Playbook(script));

    /// <summary>Answers a call.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        Ledger.Begin();
        var entry = new LedgerEntry(TimeProvider.System.GetUtcNow(), "", Ledger.Broken, ScriptedBehaviour.Answer);
        try
        {
            byte[] body = await ReadAsync(context.Request.BodyReader, context.RequestAborted);
            entry = entry with { Key = Ledger.KeyOf(body) };
            ChatRequest request = ChatRequest.Read(body, Interlocked.Increment(ref _number));
            Playbook playbook = Volatile.Read(ref _playbook);
            ScriptRule? rule = playbook.Find(request, Ledger.InFlight);
            entry = entry with { Did = rule?.Do ?? ScriptedBehaviour.Answer };
            TimeSpan latency = playbook.Latency(request, rule);
            if (latency > TimeSpan.Zero)
                await Task.Delay(latency, context.RequestAborted);
            entry = entry with { Status = await PerformAsync(context, request, rule) };
        }
        catch (JsonException)
        {
            entry = entry with { Status = await Replies.ErrorAsync(context, StatusCodes.Status400BadRequest, "invalid_request", null) };
        }
        catch (OperationCanceledException)
        {
            // The caller went away, or the server stops.
            context.Abort();
        }
        finally
        {
            Ledger.End(entry);
        }
    }

    private async Task<int> PerformAsync(HttpContext context, ChatRequest request, ScriptRule? rule)
    {
        switch (rule?.Do)
        {
            case ScriptedBehaviour.Throttle:
                return await Replies.ErrorAsync(context, StatusCodes.Status429TooManyRequests, rule.Code ?? "rate_limit_exceeded", rule);
            case ScriptedBehaviour.Fail:
                return await Replies.ErrorAsync(context, rule.Status, rule.Code, rule);
            case ScriptedBehaviour.Reset:
                context.Abort();
                return Ledger.Broken;
            case ScriptedBehaviour.Hang:
                using (var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping))
                    await Task.Delay(Timeout.Infinite, either.Token);
                return Ledger.Broken;
            case ScriptedBehaviour.Malform:
                return await Replies.RawAsync(context, "{\"choices\": [{\"message\": {\"content\": \"unfini"u8.ToArray());
            case ScriptedBehaviour.AnswerSomethingElse:
                return await Replies.RawAsync(context, "{\"object\":\"list\",\"choices\":[]}"u8.ToArray());
        }

        byte[] reply = Completion.Write(request, options.Model, Reply(request, rule));
        return rule?.Do switch
        {
            ScriptedBehaviour.ResetInBody => await Replies.HalfAsync(context, reply, declared: reply.Length),
            ScriptedBehaviour.Truncate => await Replies.HalfAsync(context, reply, declared: null),
            _ => await Replies.RawAsync(context, reply),
        };
    }

    private Reply Reply(ChatRequest request, ScriptRule? rule)
    {
        string text = rule?.Text ?? (rule?.Do == ScriptedBehaviour.AnswerWrongChoices ? SchemaResponder.Answer(request, wrongChoices: true) : options.Responder(request));
        return rule?.Do switch
        {
            ScriptedBehaviour.CutOff => new Reply(text[..(text.Length / 2)], "length"),
            ScriptedBehaviour.Refuse => new Reply(null, "stop", Refusal: rule.Text ?? "I can't help with that."),
            ScriptedBehaviour.Filter => new Reply("", "content_filter"),
            ScriptedBehaviour.Flood => new Reply(new string('.', 16 * 1024 * 1024), "stop"),
            ScriptedBehaviour.AnswerNothing => new Reply("", "stop"),
            ScriptedBehaviour.AnswerFenced => new Reply($"```json\n{text}\n```", "stop"),
            ScriptedBehaviour.AnswerWithoutUsage => new Reply(text, "stop", HasUsage: false),
            _ => new Reply(text, "stop"),
        };
    }

    /// <summary>A whole body.</summary>
    internal static async Task<byte[]> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult read = await reader.ReadAsync(cancellationToken);
            if (read.IsCompleted)
            {
                byte[] body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
