using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DialInsight.DomainPacks.Yaml;

/// <summary>
/// Reads a YAML text (JSON is YAML) into nodes with lines. The text is untrusted: size, depth and count are bounded, and anchors, aliases
/// and tags are refused, so that no text grows while it is read.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int MaximumLength = 1_000_000;

    private const int MaximumDepth = 20;
    private const int MaximumNodes = 100_000;

    private readonly IParser parser;
    private readonly ICollection<YamlProblem> problems;
    private int nodes;

    private YamlTree(IParser parser, ICollection<YamlProblem> problems)
    {
        this.parser = parser;
        this.problems = problems;
    }

    /// <summary>The text's only document, or null when it cannot be read; then there is a problem that says why.</summary>
    public static YamlNode? Parse(string text, ICollection<YamlProblem> problems)
    {
        if (text.Length > MaximumLength)
            return Refuse(problems, 1, $"the text is longer than {MaximumLength:N0} characters");
        try
        {
            return new YamlTree(new Parser(new StringReader(text)), problems).Document();
        }
        catch (YamlException problem)
        {
            return Refuse(problems, Line(problem.Start), $"this is no YAML: {OneLine(problem)}");
        }
    }

    private static YamlNode? Refuse(ICollection<YamlProblem> problems, int line, string message)
    {
        problems.Add(new YamlProblem(line, "", message));
        return null;
    }

    private static int Line(Mark mark) => (int)Math.Clamp(mark.Line, 1, int.MaxValue);

    private static string OneLine(YamlException problem) =>
        (problem.InnerException?.Message ?? problem.Message).ReplaceLineEndings(" ");

    private YamlNode Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out StreamEnd? end))
            throw new YamlException(end.Start, end.End, "the text is empty");
        parser.Consume<DocumentStart>();
        YamlNode root = Node(0);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
            throw new YamlException(parser.Current!.Start, parser.Current.End, "there is a second document; only one is read");
        return root;
    }

    private YamlNode Node(int depth)
    {
        ParsingEvent next = parser.Current!;
        if (++nodes > MaximumNodes)
            throw Bound(next, $"it holds more than {MaximumNodes:N0} values");
        if (depth > MaximumDepth)
            throw Bound(next, $"it is nested deeper than {MaximumDepth} levels");
        RefuseAnchors(next);
        return next switch
        {
            SequenceStart => List(depth),
            MappingStart => Map(depth),
            _ => Scalar(parser.Consume<Scalar>()),
        };
    }

    private static void RefuseAnchors(ParsingEvent next)
    {
        if (next is AnchorAlias || (next is NodeEvent node && !node.Anchor.IsEmpty))
            throw Bound(next, "anchors and aliases (& and *) are not read; write the value out, or quote it");
        if (next is NodeEvent { Tag.IsEmpty: false })
            throw Bound(next, "tags (!) are not read; quote the value");
    }

    private static YamlException Bound(ParsingEvent at, string message) => new(at.Start, at.End, message);

    private static YamlScalar Scalar(Scalar scalar) => new(Line(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);

    private YamlList List(int depth)
    {
        SequenceStart start = parser.Consume<SequenceStart>();
        List<YamlNode> items = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(depth + 1));
        return new YamlList(Line(start.Start), items) { IsFlow = start.Style == SequenceStyle.Flow };
    }

    private YamlMap Map(int depth)
    {
        MappingStart start = parser.Consume<MappingStart>();
        List<YamlEntry> entries = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            RefuseAnchors(parser.Current!);
            if (parser.Current is not YamlDotNet.Core.Events.Scalar)
                throw Bound(parser.Current!, "a key must be a word");
            YamlScalar key = Scalar(parser.Consume<Scalar>());
            YamlNode value = Node(depth + 1);
            if (keys.Add(key.Value))
                entries.Add(new YamlEntry(key.Line, key.Value, value));
            else
                problems.Add(new YamlProblem(key.Line, key.Value, "is there twice; keep one of them"));
        }

        return new YamlMap(Line(start.Start), entries) { IsFlow = start.Style == MappingStyle.Flow };
    }
}
