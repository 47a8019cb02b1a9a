using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace SlotBooking.Tests.Architecture;

/// <summary>Steps through the instructions of a method body.</summary>
internal static class Instructions
{
    private const byte TwoBytes = 0xFE;

    private static readonly Dictionary<ushort, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(obj: null)!)
        .ToDictionary(code => unchecked((ushort)code.Value), code => code.OperandType);

    /// <summary>Lists what the instructions call, load, create, cast to or name: handles of types, methods and fields.</summary>
    public static IEnumerable<EntityHandle> OperandsOf(MethodBodyBlock body)
    {
        var handles = new List<EntityHandle>();
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            var first = code.ReadByte();
            var operand = Operands[first == TwoBytes ? (ushort)((TwoBytes << 8) | code.ReadByte()) : first];
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                handles.Add(MetadataTokens.EntityHandle(code.ReadInt32()));
            }
            else
            {
                var size = operand is OperandType.InlineSwitch ? code.ReadInt32() * sizeof(int) : SizeOf(operand);
                code.Offset += size;
            }
        }

        return handles;
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
