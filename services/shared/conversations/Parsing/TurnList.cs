using System.Text;
using DialInsight.Contracts;
using DialInsight.Conversations.Normalising;

namespace DialInsight.Conversations.Parsing;

/// <summary>The turns of a conversation while it is read: what goes on with a turn is joined as its script asks for, and the limits are kept.</summary>
internal sealed class TurnList(ParsingLimits limits)
{
    private readonly List<Turn> _turns = [];
    private readonly StringBuilder _words = new();
    private string? _role;
    private string? _at;

    /// <summary>The speaker of the turn that is being read; null before the first one.</summary>
    public string? Speaker => _role;

    /// <summary>Begins a turn.</summary>
    /// <exception cref="RecordRefusedException">There are too many.</exception>
    public void Begin(string role, string words, string? at)
    {
        End();
        if (_turns.Count == limits.Turns)
            throw new RecordRefusedException(limits.TooManyTurns);
        (_role, _at) = (role, at);
        Append(words);
    }

    /// <summary>Goes on with the turn. Before the first one there is nothing to go on with: a title, a date.</summary>
    /// <exception cref="RecordRefusedException">The turn is too long.</exception>
    public void GoOn(string words)
    {
        if (_role is not null)
            Append(words);
    }

    /// <summary>The turns.</summary>
    /// <exception cref="RecordRefusedException">There is none.</exception>
    public IReadOnlyList<Turn> ToTurns(string otherwise)
    {
        End();
        return _turns.Count > 0 ? _turns : throw new RecordRefusedException(otherwise);
    }

    private void Append(string words)
    {
        string more = words.Trim();
        if (_words.Length + more.Length > limits.TurnCharacters)
            throw new RecordRefusedException(limits.TurnTooLong);
        if (_words.Length > 0 && more.Length > 0)
            Normaliser.Join(_words, more);
        else
            _words.Append(more);
    }

    private void End()
    {
        if (_role is not null)
            _turns.Add(new Turn(_role, _words.ToString(), _at));
        _words.Clear();
        _role = null;
    }
}
