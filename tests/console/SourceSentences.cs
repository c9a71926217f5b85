using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DialInsight.Console.Tests;

/// <summary>
/// The sentences by which the services refuse and explain, read from their sources: every text that flows into a problem, a rejected record, a finding, a reason. What is filled in
/// is written <c>{}</c>. Texts are followed through conditions, locals, properties, and parameters back to their callers.
/// </summary>
internal sealed class SourceSentences
{
    /// <summary>What is filled in.</summary>
    public const string Hole = "{}";

    /// <summary>Calls whose argument people get to read, by name; the last argument counts where nothing else is said.</summary>
    private static readonly Dictionary<string, int> s_calls = new(StringComparer.Ordinal)
    {
        ["Problems.Invalid"] = 2,
        ["Problems.NotFound"] = 2,
        ["Problems.Conflict"] = 2,
        ["Problems.Create"] = 3,
        ["RecordRefusedException"] = 0,
        ["RequestRefusedException"] = 0,
        ["YamlProblem"] = 2,
        ["GateFinding"] = 1,
        ["Criterion"] = 2,
        ["GateResult"] = 4,
        ["ParsedRecord.Refused"] = 1,
        ["IEnumerable<TemplateTextProblem>"] = 3,
        ["NarrativeProblem"] = 2,
        ["NarrativeProblem?"] = 2,
        ["ModelUnavailableException"] = 0,
        ["ModelRefusedRequestException"] = 0,
        ["EndpointException"] = 1,
    };

    /// <summary>Methods whose answers people get to read.</summary>
    private static readonly HashSet<string> s_told = ["RunWarnings.Of", "EnglishFormatWords.Error", "EnglishFormatWords.Shape", "ChineseFormatWords.Error", "ChineseFormatWords.Shape"];

    /// <summary>Members that hold what people get to read.</summary>
    private static readonly HashSet<string> s_members = ["Refusal", "Reason", "Detail", "DryReason", "Obstacle", "StructureNote", "Explanation", "Shortfall", "Why"];

    /// <summary>What speaks to nobody on a page: the page itself, reports and their own words, stores, and pack files, which are read at the start and told in the log.</summary>
    private static readonly string[] s_elsewhere =
    [
        "/obj/", "/bin/", "/tests/", "/console/", "/standalone/", "/storage", "/Page/", "/Offline/", "/text-analysis/", "/pseudonyms/", "/datasets/",
        .. new[] { "AliasNames", "CleaningFile", "ExemplarFile", "FormatFile", "MappingFile", "PackFiles", "PackHeader", "PeopleAndPlaces", "PromptFile", "TaskFile", "TemplateFile", "Localised" }
            .Select(file => $"/domain-packs/Reading/{file}.cs"),
    ];

    private static readonly Lazy<SourceSentences> s_all = new(Read);

    private readonly List<SyntaxNode> _roots;
    private readonly ILookup<string, MethodDeclarationSyntax> _methods;
    private readonly ILookup<string, ExpressionSyntax> _properties;
    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal);
    private readonly HashSet<SyntaxNode> _seen = [];
    private readonly Queue<(MethodDeclarationSyntax Method, int Parameter)> _callers = new();
    private readonly HashSet<(MethodDeclarationSyntax, int)> _asked = [];

    private SourceSentences(IEnumerable<(string Path, string Text)> files)
    {
        _roots = [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, path: file.Path).GetRoot())];
        _methods = Nodes<MethodDeclarationSyntax>().ToLookup(method => method.Identifier.Text, StringComparer.Ordinal);
        _properties = Nodes<PropertyDeclarationSyntax>().Where(property => property is { ExpressionBody: not null, Type: PredefinedTypeSyntax or NullableTypeSyntax })
            .Select(property => (property.Identifier.Text, property.ExpressionBody!.Expression))
            .Concat(Nodes<VariableDeclaratorSyntax>().Where(field => field is { Parent.Parent: FieldDeclarationSyntax, Initializer: not null })
                .Select(field => (field.Identifier.Text, Expression: field.Initializer!.Value)))
            .ToLookup(property => property.Text, property => property.Expression, StringComparer.Ordinal);
    }

    /// <summary>The sentences, each with the place where it stands.</summary>
    public static IReadOnlyDictionary<string, string> All() => s_all.Value._found;

    /// <summary>The members of an enum, as JSON writes them.</summary>
    public static IEnumerable<string> Codes(string name) => s_all.Value.Nodes<EnumDeclarationSyntax>().Where(codes => codes.Identifier.Text == name).MaxBy(codes => codes.Members.Count)!.Members
        .Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Identifier.Text));

    private static SourceSentences Read()
    {
        string services = Path.Combine(Repository.Root, "services");
        var sources = new SourceSentences(Directory.EnumerateFiles(services, "*.cs", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "contracts"), "*.cs", SearchOption.AllDirectories))
            .Select(file => (Path: Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), file))
            .Where(file => !s_elsewhere.Any(part => file.Path.Contains(part, StringComparison.Ordinal)))
            .Select(file => (file.Path, File.ReadAllText(file.file))));
        sources.Look();
        return sources;
    }

    private void Look()
    {
        foreach (ExpressionSyntax told in _roots.SelectMany(root => root.DescendantNodes()).SelectMany(Told))
            Take(told);
        while (_callers.TryDequeue(out var wanted))
        {
            foreach (ArgumentListSyntax arguments in CallsOf(wanted.Method))
            {
                ArgumentSyntax? named = arguments.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.Text == wanted.Method.ParameterList.Parameters[wanted.Parameter].Identifier.Text);
                if ((named ?? arguments.Arguments.ElementAtOrDefault(wanted.Parameter))?.Expression is { } argument)
                    Take(argument);
            }
        }
    }

    private IEnumerable<ArgumentListSyntax> CallsOf(MethodDeclarationSyntax method)
    {
        bool isPrivate = method.Modifiers.Any(SyntaxKind.PrivateKeyword);
        bool extends = method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true;
        return (isPrivate || _methods[method.Identifier.Text].Count() > 1 ? [method.SyntaxTree.GetRoot()] : _roots)
            .SelectMany(root => root.DescendantNodes()).OfType<InvocationExpressionSyntax>()
            .Where(call => NameOf(call) == method.Identifier.Text && !extends && call.ArgumentList.Arguments.Count >= method.ParameterList.Parameters.Count(parameter => parameter.Default is null)
                && call.ArgumentList.Arguments.Count <= method.ParameterList.Parameters.Count)
            .Select(call => call.ArgumentList);
    }

    /// <summary>What a node tells people, if anything.</summary>
    private static IEnumerable<ExpressionSyntax> Told(SyntaxNode node)
    {
        switch (node)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call when s_calls.TryGetValue($"{member.Expression}.{member.Name.Identifier.Text}", out int place):
                return At(call.ArgumentList, place);
            case InvocationExpressionSyntax call when NameOf(call) == "Problem" && call.ArgumentList.Arguments.Count > 1:
                return [call.ArgumentList.Arguments[^1].Expression];
            case ObjectCreationExpressionSyntax { ArgumentList: { } arguments } made when s_calls.TryGetValue(made.Type.ToString(), out int place):
                return At(arguments, place);
            case ImplicitObjectCreationExpressionSyntax made when s_calls.TryGetValue(MadeBy(made), out int place):
                return At(made.ArgumentList, place);
            case PropertyDeclarationSyntax { Parent: TypeDeclarationSyntax { Identifier.Text: "ParsingLimits" or "IngestLimits" }, ExpressionBody.Expression: { } limit }:
                return [limit];
            case MethodDeclarationSyntax { Parent: TypeDeclarationSyntax { Identifier.Text: "ParsingLimits" } } method when method.Identifier.Text.StartsWith("TooMany", StringComparison.Ordinal):
                return Bodies(method);
            case MethodDeclarationSyntax { Parent: ClassDeclarationSyntax { Identifier.Text: var type } } method when s_told.Contains($"{type}.{method.Identifier.Text}"):
                return Bodies(method);
            case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.Text: "Detail" } } set:
                return [set.Right];
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax member } set when s_members.Contains(member.Identifier.Text) && set.Parent is InitializerExpressionSyntax:
                return [set.Right];
            case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "errors" or "faults" } }, Right: CollectionExpressionSyntax all }:
                return all.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression);
            default:
                return [];
        }
    }

    private static string MadeBy(SyntaxNode made) => made.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault()?.ReturnType.ToString() ?? "";

    private static IEnumerable<ExpressionSyntax> Bodies(MethodDeclarationSyntax method) => method.ExpressionBody is { } arrow
        ? [arrow.Expression]
        : method.DescendantNodes().OfType<ReturnStatementSyntax>().Select(back => back.Expression).OfType<ExpressionSyntax>();

    private static IEnumerable<ExpressionSyntax> At(ArgumentListSyntax arguments, int place) =>
        (arguments.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.Text is "detail" or "reason") ?? arguments.Arguments.ElementAtOrDefault(place)) is { } argument ? [argument.Expression] : [];

    private void Take(ExpressionSyntax told)
    {
        foreach (string sentence in Texts(told, []))
        {
            if (sentence.Contains(' ', StringComparison.Ordinal) && sentence.Replace(Hole, "", StringComparison.Ordinal).Any(char.IsLetter))
                _found.TryAdd(sentence, $"{told.SyntaxTree.FilePath}:{told.GetLocation().GetLineSpan().StartLinePosition.Line + 1}");
        }
    }

    /// <summary>What an expression may say: each text once, what is not known as a hole.</summary>
    private IReadOnlyList<string> Texts(ExpressionSyntax expression, HashSet<SyntaxNode> path)
    {
        if (!path.Add(expression) || path.Count > 40)
            return [Hole];
        IReadOnlyList<string> texts = expression switch
        {
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => [literal.Token.ValueText],
            LiteralExpressionSyntax => [],
            InterpolatedStringExpressionSyntax text => [Text(text, path)],
            ParenthesizedExpressionSyntax inner => Texts(inner.Expression, path),
            PostfixUnaryExpressionSyntax inner => Texts(inner.Operand, path),
            ConditionalExpressionSyntax either => [.. Texts(either.WhenTrue, path), .. Texts(either.WhenFalse, path)],
            SwitchExpressionSyntax several => [.. several.Arms.SelectMany(arm => Texts(arm.Expression, path))],
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => [.. Texts(either.Left, path), .. Texts(either.Right, path)],
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } both => [.. Texts(both.Left, path).SelectMany(left => Joined(both.Right, path).Select(right => left + right))],
            InvocationExpressionSyntax call => Returned(call, path),
            IdentifierNameSyntax name => Named(name, path),
            MemberAccessExpressionSyntax { Name.Identifier.Text: var name } when _properties[name].Count() == 1 => Texts(_properties[name].Single(), path),
            ThrowExpressionSyntax => [],
            _ => [Hole],
        };
        path.Remove(expression);
        return texts;
    }

    /// <summary>An interpolated text; sentences within what is filled in are told by themselves.</summary>
    private string Text(InterpolatedStringExpressionSyntax text, HashSet<SyntaxNode> path)
    {
        foreach (InterpolationSyntax filled in text.Contents.OfType<InterpolationSyntax>())
        {
            foreach (string inner in Texts(filled.Expression, path).Where(inner => inner.Contains(' ', StringComparison.Ordinal) && _seen.Add(filled)))
                Take(filled.Expression);
        }

        return string.Concat(text.Contents.Select(part => part is InterpolatedStringTextSyntax words ? Unescaped(words, text) : Hole));
    }

    private static string Unescaped(InterpolatedStringTextSyntax words, InterpolatedStringExpressionSyntax text) =>
        text.StringStartToken.Text.Contains("\"\"\"", StringComparison.Ordinal) ? words.TextToken.ValueText : words.TextToken.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);

    /// <summary>The end of a sum: alternatives are holes, as what follows a sentence is told by itself.</summary>
    private string[] Joined(ExpressionSyntax right, HashSet<SyntaxNode> path)
    {
        IReadOnlyList<string> texts = Texts(right, path);
        if (texts is [var one])
            return [one];
        foreach (string _ in texts.Where(inner => inner.Contains(' ', StringComparison.Ordinal) && _seen.Add(right)))
            Take(right);
        return [Hole];
    }

    private IReadOnlyList<string> Returned(InvocationExpressionSyntax call, HashSet<SyntaxNode> path)
    {
        if (call.Expression is MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax, Name.Identifier.Text: "Create" })
            return Texts(call.ArgumentList.Arguments[^1].Expression, path);
        if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Replace" or "TrimEnd" or "Trim" } text)
            return Texts(text.Expression, path);
        MethodDeclarationSyntax[] called = [.. _methods[NameOf(call)].Where(method => method.ReturnType.ToString() is "string" or "string?" && method.ParameterList.Parameters.Count >= call.ArgumentList.Arguments.Count)];
        MethodDeclarationSyntax[] near = call.Expression switch
        {
            IdentifierNameSyntax => Array.FindAll(called, method => method.SyntaxTree == call.SyntaxTree),
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: var type } } => Array.FindAll(called, method => method.Parent is TypeDeclarationSyntax owner && owner.Identifier.Text == type),
            _ => called,
        };
        ExpressionSyntax[] bodies =
        [
            .. (near.Length >= 1 ? near : called.Length == 1 ? called : [])
                .SelectMany(Bodies),
        ];
        return bodies.Length == 0 ? [Hole] : [.. bodies.SelectMany(body => Texts(body, path))];
    }

    private IReadOnlyList<string> Named(IdentifierNameSyntax name, HashSet<SyntaxNode> path)
    {
        string text = name.Identifier.Text;
        MethodDeclarationSyntax? within = name.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault();
        if (within?.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(local => local.Identifier.Text == text) is { Initializer.Value: { } value })
            return Texts(value, path);
        if (within?.DescendantNodes().OfType<IsPatternExpressionSyntax>().FirstOrDefault(pattern =>
            pattern.Pattern.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>().Any(local => local.Identifier.Text == text)) is { } matched)
            return Texts(matched.Expression, path);
        int parameter = within?.ParameterList.Parameters.IndexOf(one => one.Identifier.Text == text) ?? -1;
        if (parameter >= 0)
        {
            if (within!.ParameterList.Parameters[parameter].Type?.ToString() is "string" or "string?" && _asked.Add((within, parameter)))
                _callers.Enqueue((within, parameter));
            return [Hole];
        }

        return _properties[text].Any(body => body.SyntaxTree == name.SyntaxTree) ? [.. _properties[text].Where(body => body.SyntaxTree == name.SyntaxTree).SelectMany(body => Texts(body, path))] : [Hole];
    }

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => "",
    };

    private IEnumerable<T> Nodes<T>()
        where T : SyntaxNode => _roots.SelectMany(root => root.DescendantNodes()).OfType<T>();
}
