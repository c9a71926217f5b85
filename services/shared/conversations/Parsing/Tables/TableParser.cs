using System.Runtime.CompilerServices;
using DialInsight.Conversations.Parsing.Lines;

namespace DialInsight.Conversations.Parsing.Tables;

/// <summary>Reads tables of one turn a row, the rows of a conversation together, or of one conversation a row.</summary>
internal static class TableParser
{
    private const string Unknown =
        "the columns are not known: name them in the first row, speaker and text (and conversation_id, time), or dialogue, or question and answer";

    public static async IAsyncEnumerable<ParsedRecord> ParseAsync(
        PeekedStream stream, string? file, ParseContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using TableRows rows = await TableRows.OpenAsync(stream, context.Limits, cancellationToken);
        if (await rows.ReadAsync(cancellationToken) is not { } first)
        {
            yield return ParsedRecord.Refused(context.Next(file, 1), rows.Refusal ?? "the table has no row: give a header and a row for each turn or conversation");
            yield break;
        }

        if (rows.Width > context.Limits.TableColumns)
        {
            yield return ParsedRecord.Refused(context.Next(file, 1), context.Limits.TooManyColumns(rows.Width));
            yield break;
        }

        TableColumns? columns = TableColumns.OfHeader(first);
        bool isLinearised = columns is null && first.Any(LinearisedTurns.Fits);
        IAsyncEnumerable<ParsedRecord> records = isLinearised ? LinearisedAsync(first, rows, file, context, cancellationToken)
            : columns is { IsTurnPerRow: false } ? ConversationsAsync(columns, rows, file, context, cancellationToken)
            : (columns ?? TableColumns.OfWidth(first.Length)) is { } turns ? TurnsAsync(turns, columns is null ? first : null, rows, file, context, cancellationToken)
            : Refused(context.Next(file, 1), Unknown);
        await foreach (ParsedRecord record in records)
            yield return record;
        if (rows.Refusal is { } refusal)
            yield return ParsedRecord.Refused(context.Next(file, rows.Line), refusal);
    }

    private static async IAsyncEnumerable<ParsedRecord> ConversationsAsync(
        TableColumns columns, TableRows rows, string? file, ParseContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await rows.ReadAsync(cancellationToken) is { } cells)
        {
            if (!IsBlank(cells))
                yield return TableConversation.OfRow(cells, columns, context.Next(file, rows.Line), context.Limits);
        }
    }

    private static async IAsyncEnumerable<ParsedRecord> LinearisedAsync(
        string[] first, TableRows rows, string? file, ParseContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int line = 1;
        for (string[]? cells = first; cells is not null; cells = await rows.ReadAsync(cancellationToken), line = rows.Line)
        {
            if (!IsBlank(cells))
                yield return TableConversation.OfLinearised(cells, context.Next(file, line), context.Limits);
        }
    }

    private static async IAsyncEnumerable<ParsedRecord> TurnsAsync(
        TableColumns columns, string[]? first, TableRows rows, string? file, ParseContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var done = new HashSet<string>();
        TableConversation? current = null;
        for (string[]? cells = first ?? await rows.ReadAsync(cancellationToken); cells is not null; cells = await rows.ReadAsync(cancellationToken))
        {
            if (IsBlank(cells))
                continue;
            string id = TableConversation.Cell(cells, columns.Conversation);
            if (current is null || current.Id != id)
            {
                if (current is not null)
                    yield return current.End();
                current = new TableConversation(cells, columns, context.Next(file, rows.Line), isSplit: !done.Add(id), context.Limits);
            }

            current.Add(cells, columns);
        }

        if (current is not null)
            yield return current.End();
    }

    private static bool IsBlank(string[] cells) => cells.All(string.IsNullOrWhiteSpace);

    private static async IAsyncEnumerable<ParsedRecord> Refused(RecordPosition position, string refusal)
    {
        await Task.CompletedTask;
        yield return ParsedRecord.Refused(position, refusal);
    }
}
