using System.Globalization;
using System.Text;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Lineage;

/// <summary>A seed and everything that was made of it.</summary>
internal static class LineageTree
{
    private const int LongestLabel = 40;

    /// <summary>The tree of instructions that share a root, children by round and id; null where the root is not among them.</summary>
    public static LineageNode? Build(IReadOnlyCollection<Versioned<InstructionDocument>> line, string rootId)
    {
        ILookup<string?, Versioned<InstructionDocument>> children = line.ToLookup(item => item.Document.ParentId);
        return line.FirstOrDefault(item => item.Document.Id == rootId) is { } root ? Node(root) : null;

        LineageNode Node(Versioned<InstructionDocument> item) => new(
            InstructionView.Of(item),
            [
                .. children[item.Document.Id]
                    .OrderBy(child => child.Document.Round)
                    .ThenBy(child => child.Document.Id, StringComparer.Ordinal)
                    .Select(Node),
            ]);
    }

    /// <summary>The tree as a Mermaid flowchart.</summary>
    public static string Mermaid(LineageNode root)
    {
        var text = new StringBuilder("graph TD\n");
        Draw(root);
        return text.ToString();

        void Draw(LineageNode node)
        {
            text.Append("  ").Append(Name(node)).Append("[\"").Append(Label(node.Instruction)).Append("\"]\n");
            foreach (LineageNode child in node.Children)
            {
                text.Append("  ").Append(Name(node)).Append(" -->|").Append(child.Instruction.Operator).Append("| ").Append(Name(child)).Append('\n');
                Draw(child);
            }
        }
    }

    private static string Name(LineageNode node) => $"i{node.Instruction.Id[..12]}";

    private static string Label(InstructionView instruction)
    {
        string text = instruction.Text.ReplaceLineEndings(" ");
        string shown = text.Length > LongestLabel ? $"{text[..(char.IsHighSurrogate(text[LongestLabel - 1]) ? LongestLabel - 1 : LongestLabel)]}…" : text;
        string state = instruction.Rejection is { } reason ? $"rejected: {reason}" : instruction.State.ToString();
        string made = string.Join(" · ", new[] { instruction.Origin, instruction.PromptVersion, Cost(instruction.Cost) }.OfType<string>());
        string decided = instruction.History is [.., { } last] ? string.Create(CultureInfo.InvariantCulture, $"{state} · {last.By} · {last.At.UtcDateTime:yyyy-MM-dd HH:mm}") : state;
        return $"{Escape(shown)}<br/>{Escape(made)}<br/>{Escape(decided)}";
    }

    private static string? Cost(decimal cost) => cost == 0 ? null : cost.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Text of a model or person must not end the label or bring markup along.</summary>
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("`", "'", StringComparison.Ordinal);
}

/// <summary>An instruction in its tree.</summary>
/// <param name="Instruction">The instruction.</param>
/// <param name="Children">What was made of it.</param>
internal sealed record LineageNode(InstructionView Instruction, IReadOnlyList<LineageNode> Children);
